-- The change log: one row for each entity that a transaction changes, numbered in the order of
-- commits. Triggers write it in the transaction of the write, so that no write path can forget to.

create sequence change_number cache 1;
create table change_log (
  id          bigint generated always as identity primary key,
  -- Its place in the order of commits; null until the transaction commits. number_change alone sets it.
  number      bigint constraint change_log_number_unique unique,
  transaction xid8 not null default pg_current_xact_id(),
  kind        text not null constraint change_log_kind_known
                check (kind in ('article', 'section', 'tag', 'source', 'contributor', 'menu')),
  entity_id   bigint not null,
  operation   text constraint change_log_operation_known check (operation in ('upsert', 'delete')),
  version     integer,
  takedown    boolean not null,
  tags        text[] not null,
  at          timestamptz(3),
  constraint change_log_is_whole_once_numbered check (number is null or num_nulls(operation, at) = 0)
);
-- One row per entity and transaction. It holds the running transactions' rows alone: the ids of
-- transactions begin anew in a restored database, and must not meet the rows that came with it.
create unique index change_log_pending on change_log (transaction, kind, entity_id) where number is null;
-- Whether an entity has changed again, for compaction.
create index change_log_entity on change_log (kind, entity_id, number) where number is not null;

-- What the numbers belong to. Numbers of one feed compare; whoever holds one of another epoch, or
-- one that compaction has passed, must start afresh.
create table change_feed (
  only_row          boolean primary key default true constraint change_feed_has_one_row check (only_row),
  epoch             uuid not null,
  -- Where the feed was when its epoch began; another place means a restored dump, a recovery to a
  -- point in time, or another server promoted.
  system_identifier bigint,
  timeline_id       bigint,
  table_id          oid,
  -- Changes up to this number may be gone, but for the last one of each entity.
  compacted_to      bigint not null default 0
);
insert into change_feed (epoch) values (gen_random_uuid());

-- Begins a new epoch if the database is not where it was. Several nodes may ask at once: the second
-- waits for the first, and then finds nothing left to do.
create function recognise_change_feed() returns void language plpgsql as $$
declare
  server   bigint;
  -- The timeline being written, which the last checkpoint may not know yet after a promotion.
  timeline constant bigint := ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::bigint;
begin
  begin
    server := (select system_identifier from pg_control_system());
  exception when insufficient_privilege then
    server := null; -- Some hosts keep it to themselves; the other two still tell.
  end;
  update change_feed
    set epoch = gen_random_uuid(), system_identifier = server, timeline_id = timeline,
        table_id = 'change_feed'::regclass
    where (system_identifier, timeline_id, table_id)
          is distinct from (server, timeline, 'change_feed'::regclass::oid);
end $$;
do $$ begin perform recognise_change_feed(); end $$;

-- Numbers a change at the very end of its transaction. In this order, each in a statement of its own:
--
-- 1. The lock. PostgreSQL releases it only after the commit is visible to all, so whoever gets it
--    next finds everything that was numbered before. It is held for the commit alone, and nothing
--    waits for a row after it, so no deadlock can come of it.
-- 2. The number, under the lock: numbers are in the order of commits, and a snapshot that holds one
--    holds all below it but those of rolled back transactions, which never come. Were both one
--    statement, the number could be drawn before the lock is granted. The sequence caches one
--    number, for a session that held back a few would use them late.
-- 3. The notification, which PostgreSQL delivers after the commit and never for a rollback. It wakes
--    and says nothing: whoever misses it finds the number.
--
-- Only now is it certain whether the entity stays, and with which revision.
create function number_change() returns trigger language plpgsql as $$
declare
  is_there boolean;
  revised  integer;
begin
  -- The two keys are this lock's name, here alone. Compaction has (1935762280, 2).
  perform pg_advisory_xact_lock(1935762280, 1);
  case new.kind
    when 'article' then
      select a.revision into revised from article a where a.id = new.entity_id;
      is_there := found;
    when 'section' then is_there := exists (select from section e where e.id = new.entity_id);
    when 'tag' then is_there := exists (select from tag e where e.id = new.entity_id);
    when 'source' then is_there := exists (select from source e where e.id = new.entity_id);
    when 'contributor' then is_there := exists (select from contributor e where e.id = new.entity_id);
    when 'menu' then is_there := exists (select from menu e where e.id = new.entity_id);
  end case;
  update change_log
    set number = nextval('change_number'), at = clock_timestamp(), version = revised,
        operation = case when is_there then 'upsert' else 'delete' end
    where id = new.id;
  perform pg_notify('change', '');
  return null;
end $$;

create constraint trigger change_numbered after insert on change_log
  deferrable initially deferred
  for each row when (new.number is null) execute function number_change();

-- Logs that the running transaction changes an entity, or adds to what it has logged of it.
create function log_change(changed_kind text, changed_id bigint, is_takedown boolean, touched text[])
  returns void language plpgsql as $$
begin
  insert into change_log as logged (kind, entity_id, takedown, tags)
    values (changed_kind, changed_id, is_takedown,
            array(select distinct tag collate "C" from unnest(touched) tag order by 1))
    on conflict (transaction, kind, entity_id) where number is null do update
      set takedown = logged.takedown or excluded.takedown,
          tags = array(select distinct tag collate "C"
                         from unnest(logged.tags || excluded.tags) tag order by 1)
      where excluded.takedown > logged.takedown or not excluded.tags <@ logged.tags;
end $$;

-- The tags. dev.sarkhat.change.ChangeTags says what each means and builds the same.

create function entity_tags(kind text, id bigint) returns text[]
  language sql immutable parallel safe
  return array[
    case kind when 'article' then 'a' when 'section' then 's' when 'tag' then 't'
              when 'source' then 'o' when 'contributor' then 'c' when 'menu' then 'm' end || id,
    kind || 's'];

create function article_tags(id bigint, readers_can_see boolean) returns text[]
  language sql immutable parallel safe
  return case when readers_can_see then entity_tags('article', id) else array['a' || id] end;

-- The lists of a section and of every section above it.
create function section_list_tags(section_id bigint) returns text[]
  language sql stable
  begin atomic
    with recursive above(id, parent_id) as (
      select s.id, s.parent_id from section s where s.id = section_list_tags.section_id
      union
      select s.id, s.parent_id from section s join above on s.id = above.parent_id
    )
    select coalesce(array_agg('l:s' || above.id), '{}') from above;
  end;

-- Every list that an article stands in.
create function article_list_tags(article_id bigint, section_id bigint, source_id bigint) returns text[]
  language sql stable
  begin atomic
    select array['l'] || section_list_tags(article_list_tags.section_id)
      || case when article_list_tags.source_id is null then '{}' else array['l:o' || article_list_tags.source_id] end
      || array(select 'l:t' || t.tag_id from article_tag t where t.article_id = article_list_tags.article_id)
      || array(select 'l:c' || c.contributor_id from article_contributor c
                 where c.article_id = article_list_tags.article_id);
  end;

-- The triggers hear statements, not rows, for imports write many rows with one. A transition table
-- exists for one event alone, so each function has a branch for each. Rows that an update left as
-- they were say nothing.

-- What decides in which lists an article stands, and where.
create type article_placing as (
  id bigint, status text, published_at timestamptz, expire_at timestamptz,
  section_id bigint, source_id bigint, type text, lang text);

create function log_article(before article_placing, after article_placing) returns void language plpgsql as $$
declare
  was_for_readers constant boolean := coalesce(is_for_readers(before.status), false);
  now_for_readers constant boolean := coalesce(is_for_readers(after.status), false);
  touched text[] := article_tags(coalesce(after.id, before.id), was_for_readers or now_for_readers);
begin
  if (was_for_readers, before.id, before.published_at, before.expire_at,
      before.section_id, before.source_id, before.type, before.lang)
     is distinct from
     (now_for_readers, after.id, after.published_at, after.expire_at,
      after.section_id, after.source_id, after.type, after.lang) then
    -- Rows of article_tag and article_contributor that are gone, or will yet come, log themselves.
    if was_for_readers then
      touched := touched || article_list_tags(before.id, before.section_id, before.source_id);
    end if;
    if now_for_readers then
      touched := touched || article_list_tags(after.id, after.section_id, after.source_id);
    end if;
  end if;
  perform log_change(
    'article', coalesce(after.id, before.id),
    was_for_readers and (
      not now_for_readers
      or after.published_at > before.published_at
      or coalesce(after.expire_at, 'infinity') < coalesce(before.expire_at, 'infinity')),
    touched);
end $$;

create function log_articles() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_article(null,
        (n.id, n.status, n.published_at, n.expire_at, n.section_id, n.source_id, n.type, n.lang)::article_placing)
      from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_article(
        (o.id, o.status, o.published_at, o.expire_at, o.section_id, o.source_id, o.type, o.lang)::article_placing,
        null)
      from old_rows o;
  else
    perform log_article(
        (o.id, o.status, o.published_at, o.expire_at, o.section_id, o.source_id, o.type, o.lang)::article_placing,
        (n.id, n.status, n.published_at, n.expire_at, n.section_id, n.source_id, n.type, n.lang)::article_placing)
      from old_rows o full join new_rows n using (id) where o is distinct from n;
  end if;
  return null;
end $$;

-- The article that a row of another table belongs to; lists are those that gain, lose or move it.
create function log_article_part(article_id bigint, readers_can_see boolean, lists text[])
  returns void language plpgsql as $$
begin
  perform log_change('article', article_id, false, article_tags(article_id, readers_can_see) || lists);
end $$;

create function log_article_tag_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_article_part(n.article_id, bool_or(n.published_at is not null),
        array_agg('l:t' || n.tag_id) filter (where n.published_at is not null))
      from new_rows n group by n.article_id;
  elsif tg_op = 'DELETE' then
    perform log_article_part(o.article_id, bool_or(o.published_at is not null),
        array_agg('l:t' || o.tag_id) filter (where o.published_at is not null))
      from old_rows o group by o.article_id;
  else
    perform log_article_part(article_id, bool_or(num_nonnulls(o.published_at, n.published_at) > 0),
        array_agg('l:t' || tag_id) filter (
          where (o.published_at, o.expire_at) is distinct from (n.published_at, n.expire_at)
            and num_nonnulls(o.published_at, n.published_at) > 0))
      from old_rows o full join new_rows n using (article_id, tag_id) where o is distinct from n
      group by article_id;
  end if;
  return null;
end $$;

create function log_article_contributor_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_article_part(n.article_id, bool_or(n.published_at is not null),
        array_agg('l:c' || n.contributor_id) filter (where n.published_at is not null))
      from new_rows n group by n.article_id;
  elsif tg_op = 'DELETE' then
    perform log_article_part(o.article_id, bool_or(o.published_at is not null),
        array_agg('l:c' || o.contributor_id) filter (where o.published_at is not null))
      from old_rows o group by o.article_id;
  else
    perform log_article_part(article_id, bool_or(num_nonnulls(o.published_at, n.published_at) > 0),
        array_agg('l:c' || contributor_id) filter (
          where (o.published_at, o.expire_at) is distinct from (n.published_at, n.expire_at)
            and num_nonnulls(o.published_at, n.published_at) > 0))
      from old_rows o full join new_rows n using (article_id, contributor_id) where o is distinct from n
      group by article_id;
  end if;
  return null;
end $$;

create function is_article_for_readers(article_id bigint) returns boolean
  language sql stable
  begin atomic
    select exists (
      select from article a where a.id = is_article_for_readers.article_id and is_for_readers(a.status));
  end;

create function log_article_related_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_article_part(article_id, is_article_for_readers(article_id), null)
      from (select distinct article_id from new_rows) changed;
  elsif tg_op = 'DELETE' then
    perform log_article_part(article_id, is_article_for_readers(article_id), null)
      from (select distinct article_id from old_rows) changed;
  else
    perform log_article_part(article_id, is_article_for_readers(article_id), null)
      from (select distinct article_id
              from old_rows o full join new_rows n using (article_id, position)
              where o is distinct from n) changed;
  end if;
  return null;
end $$;

create function log_redirect(article_id bigint, section_id bigint) returns void language plpgsql as $$
begin
  if article_id is not null then
    perform log_article_part(article_id, is_article_for_readers(article_id), array['redirects']);
  else
    perform log_change('section', section_id, false, entity_tags('section', section_id) || 'redirects'::text);
  end if;
end $$;

create function log_redirects() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_redirect(n.article_id, n.section_id) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_redirect(o.article_id, o.section_id) from old_rows o;
  else
    perform log_redirect(target.article_id, target.section_id)
      from old_rows o full join new_rows n using (path)
      cross join lateral (values (o.article_id, o.section_id), (n.article_id, n.section_id))
        as target(article_id, section_id)
      where o is distinct from n and num_nonnulls(target.article_id, target.section_id) = 1;
  end if;
  return null;
end $$;

-- A section that moves takes its subtree's articles from the lists above its old place to those
-- above its new one. The paths below it are rows of their own and log themselves.
create function log_section(id bigint, is_gone boolean, has_moved boolean, old_parent bigint, new_parent bigint)
  returns void language plpgsql as $$
begin
  perform log_change('section', id, is_gone,
    entity_tags('section', id)
      || case when has_moved
           then section_list_tags(id) || section_list_tags(old_parent) || section_list_tags(new_parent)
             || 'articles'::text
           else '{}' end);
end $$;

create function log_sections() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_section(n.id, false, false, null, n.parent_id) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_section(o.id, true, false, o.parent_id, null) from old_rows o;
  else
    perform log_section(id, n.id is null, o.parent_id is distinct from n.parent_id, o.parent_id, n.parent_id)
      from old_rows o full join new_rows n using (id) where o is distinct from n;
  end if;
  return null;
end $$;

-- For tables whose rows are entities and touch nothing but themselves; the table's name is the kind.
create function log_entities() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_change(tg_table_name, n.id, false, entity_tags(tg_table_name, n.id)) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_change(tg_table_name, o.id, true, entity_tags(tg_table_name, o.id)) from old_rows o;
  else
    perform log_change(tg_table_name, id, n.id is null, entity_tags(tg_table_name, id))
      from old_rows o full join new_rows n using (id) where o is distinct from n;
  end if;
  return null;
end $$;

create function log_menu_items() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_change('menu', menu_id, false, entity_tags('menu', menu_id))
      from (select distinct menu_id from new_rows) changed;
  elsif tg_op = 'DELETE' then
    perform log_change('menu', menu_id, false, entity_tags('menu', menu_id))
      from (select distinct menu_id from old_rows) changed;
  else
    perform log_change('menu', menu_id, false, entity_tags('menu', menu_id))
      from (select distinct menu.id as menu_id
              from old_rows o full join new_rows n using (id)
              cross join lateral (values (o.menu_id), (n.menu_id)) as menu(id)
              where o is distinct from n and menu.id is not null) changed;
  end if;
  return null;
end $$;

-- Whoever empties a table changes more than the log can tell.
create function renew_change_feed() returns trigger language plpgsql as $$
begin
  update change_feed set epoch = gen_random_uuid();
  perform pg_notify('change', '');
  return null;
end $$;

do $$
declare
  logged record;
begin
  for logged in
    select * from (values
      ('article', 'log_articles'),
      ('article_tag', 'log_article_tag_rows'),
      ('article_contributor', 'log_article_contributor_rows'),
      ('article_related', 'log_article_related_rows'),
      ('redirect', 'log_redirects'),
      ('section', 'log_sections'),
      ('tag', 'log_entities'),
      ('source', 'log_entities'),
      ('contributor', 'log_entities'),
      ('menu', 'log_entities'),
      ('menu_item', 'log_menu_items')) as t(name, function)
  loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows'
      ' for each statement execute function %I()', logged.name || '_insert_logged', logged.name, logged.function);
    execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows'
      ' for each statement execute function %I()', logged.name || '_update_logged', logged.name, logged.function);
    execute format('create trigger %I after delete on %I referencing old table as old_rows'
      ' for each statement execute function %I()', logged.name || '_delete_logged', logged.name, logged.function);
    execute format('create trigger %I after truncate on %I'
      ' for each statement execute function renew_change_feed()', logged.name || '_truncate_logged', logged.name);
  end loop;
end $$;
