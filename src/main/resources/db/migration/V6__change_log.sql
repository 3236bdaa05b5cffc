-- The change log: one row for each entity that a transaction changes, numbered in the order of
-- commits. Triggers write it in the transaction of the write, so that no write path can forget to.

create sequence change_number cache 1;
create table change_log (
  -- Its place in the order of commits; null until the transaction commits. number_change alone sets it.
  number      bigint,
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
  -- A row is written again as its transaction goes on: with room on its page that costs no index.
) with (fillfactor = 50);
create unique index change_log_number_unique on change_log (number) where number is not null;
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
        operation = case when is_there then 'upsert' else 'delete' end,
        tags = array(select distinct tag collate "C" from unnest(tags) tag order by 1)
    where transaction = new.transaction and kind = new.kind and entity_id = new.entity_id and number is null;
  perform pg_notify('change', '');
  return null;
end $$;

create constraint trigger change_numbered after insert on change_log
  deferrable initially deferred
  for each row when (new.number is null) execute function number_change();

-- What a row of some table says of an entity.
create type change_note as (entity_id bigint, takedown boolean, tags text[]);

-- Logs what the running transaction does to entities of a kind, or adds it to what it has logged of
-- them. Tags may come more than once: they are sorted out when the row is numbered.
create function log_changes(changed_kind text, notes change_note[]) returns void language plpgsql as $$
begin
  insert into change_log as logged (kind, entity_id, takedown, tags)
    select changed_kind, note.entity_id, bool_or(note.takedown), array_agg(tag)
      from unnest(notes) note cross join lateral unnest(note.tags) tag
      where tag is not null
      group by note.entity_id
    on conflict (transaction, kind, entity_id) where number is null do update
      set takedown = logged.takedown or excluded.takedown, tags = logged.tags || excluded.tags
      where excluded.takedown > logged.takedown or not excluded.tags <@ logged.tags;
end $$;

-- The tags. dev.sarkhat.change.ChangeTags says what each means and builds the same.

create function entity_tags(kind text, id bigint) returns text[]
  language sql stable parallel safe
  return array[
    case kind when 'article' then 'a' when 'section' then 's' when 'tag' then 't'
              when 'source' then 'o' when 'contributor' then 'c' when 'menu' then 'm' end || id,
    kind || 's'];

create function article_tags(id bigint, readers_can_see boolean) returns text[]
  language sql stable parallel safe
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

-- For tables whose rows are entities and touch nothing but themselves; the table's name is the kind.
create function entity_note(kind text, id bigint, is_gone boolean) returns change_note
  language sql stable parallel safe
  return (id, is_gone, entity_tags(kind, id))::change_note;

create function log_entities() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes(tg_table_name, array_agg(entity_note(tg_table_name, n.id, false))) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes(tg_table_name, array_agg(entity_note(tg_table_name, o.id, true))) from old_rows o;
  else
    perform log_changes(tg_table_name, array_agg(entity_note(tg_table_name, id, n.id is null)))
      from old_rows o full join new_rows n using (id) where o is distinct from n;
  end if;
  return null;
end $$;

-- A section that moves takes its subtree's articles from the lists above its old place to those
-- above its new one. The paths below it are rows of their own and log themselves.
create function section_note(id bigint, is_gone boolean, has_moved boolean, old_parent bigint, new_parent bigint)
  returns change_note
  language sql stable
  return (id, is_gone, entity_tags('section', id)
    || case when has_moved
         then array['articles'] || section_list_tags(id) || section_list_tags(old_parent) || section_list_tags(new_parent)
       end)::change_note;

create function log_sections() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes('section', array_agg(entity_note('section', n.id, false))) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('section', array_agg(entity_note('section', o.id, true))) from old_rows o;
  else
    perform log_changes('section', array_agg(section_note(
        id, n.id is null, o.parent_id is distinct from n.parent_id, o.parent_id, n.parent_id)))
      from old_rows o full join new_rows n using (id) where o is distinct from n;
  end if;
  return null;
end $$;

-- A menu's links are part of it.
create function log_menu_items() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes('menu', array_agg(entity_note('menu', n.menu_id, false))) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('menu', array_agg(entity_note('menu', o.menu_id, false))) from old_rows o;
  else
    perform log_changes('menu', array_agg(entity_note('menu', menu.id, false)))
      from old_rows o full join new_rows n using (id)
      cross join lateral (values (o.menu_id), (n.menu_id)) as menu(id)
      where o is distinct from n and menu.id is not null;
  end if;
  return null;
end $$;

-- What decides in which lists an article stands, and where.
create type article_placing as (
  id bigint, status text, published_at timestamptz, expire_at timestamptz,
  section_id bigint, source_id bigint, type text, lang text);

create function article_note(before article_placing, after article_placing) returns change_note
  language plpgsql stable as $$
declare
  article_id      constant bigint := coalesce(after.id, before.id);
  was_for_readers constant boolean := coalesce(is_for_readers(before.status), false);
  now_for_readers constant boolean := coalesce(is_for_readers(after.status), false);
  touched text[] := article_tags(article_id, was_for_readers or now_for_readers);
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
  return (
    article_id,
    was_for_readers and (
      not now_for_readers
      or after.published_at > before.published_at
      or coalesce(after.expire_at, 'infinity') < coalesce(before.expire_at, 'infinity')),
    touched)::change_note;
end $$;

create function log_articles() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes('article', array_agg(article_note(null,
        (n.id, n.status, n.published_at, n.expire_at, n.section_id, n.source_id, n.type, n.lang)::article_placing)))
      from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('article', array_agg(article_note(
        (o.id, o.status, o.published_at, o.expire_at, o.section_id, o.source_id, o.type, o.lang)::article_placing,
        null)))
      from old_rows o;
  else
    perform log_changes('article', array_agg(article_note(
        (o.id, o.status, o.published_at, o.expire_at, o.section_id, o.source_id, o.type, o.lang)::article_placing,
        (n.id, n.status, n.published_at, n.expire_at, n.section_id, n.source_id, n.type, n.lang)::article_placing)))
      from old_rows o full join new_rows n using (id) where o is distinct from n;
  end if;
  return null;
end $$;

-- What a row of another table says of the article it belongs to; null adds nothing.
create function article_part_note(article_id bigint, readers_can_see boolean, more text) returns change_note
  language sql stable parallel safe
  return (article_id, false, article_tags(article_id, readers_can_see) || more)::change_note;

-- The dates of these rows are null where the article is not for readers; where dates stay, the row
-- has only changed its place in the article.
create function log_article_tag_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes('article', array_agg(article_part_note(
        n.article_id, n.published_at is not null,
        case when n.published_at is not null then 'l:t' || n.tag_id end)))
      from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('article', array_agg(article_part_note(
        o.article_id, o.published_at is not null,
        case when o.published_at is not null then 'l:t' || o.tag_id end)))
      from old_rows o;
  else
    perform log_changes('article', array_agg(article_part_note(
        article_id, num_nonnulls(o.published_at, n.published_at) > 0,
        case when (o.published_at, o.expire_at) is distinct from (n.published_at, n.expire_at)
               and num_nonnulls(o.published_at, n.published_at) > 0
             then 'l:t' || tag_id end)))
      from old_rows o full join new_rows n using (article_id, tag_id) where o is distinct from n;
  end if;
  return null;
end $$;

create function log_article_contributor_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes('article', array_agg(article_part_note(
        n.article_id, n.published_at is not null,
        case when n.published_at is not null then 'l:c' || n.contributor_id end)))
      from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('article', array_agg(article_part_note(
        o.article_id, o.published_at is not null,
        case when o.published_at is not null then 'l:c' || o.contributor_id end)))
      from old_rows o;
  else
    perform log_changes('article', array_agg(article_part_note(
        article_id, num_nonnulls(o.published_at, n.published_at) > 0,
        case when (o.published_at, o.expire_at) is distinct from (n.published_at, n.expire_at)
               and num_nonnulls(o.published_at, n.published_at) > 0
             then 'l:c' || contributor_id end)))
      from old_rows o full join new_rows n using (article_id, contributor_id) where o is distinct from n;
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
    perform log_changes('article', array_agg(
        article_part_note(n.article_id, is_article_for_readers(n.article_id), null)))
      from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('article', array_agg(
        article_part_note(o.article_id, is_article_for_readers(o.article_id), null)))
      from old_rows o;
  else
    perform log_changes('article', array_agg(
        article_part_note(article_id, is_article_for_readers(article_id), null)))
      from old_rows o full join new_rows n using (article_id, position) where o is distinct from n;
  end if;
  return null;
end $$;

-- A redirect is a change of what it leads to, and of what it led to before.
create function log_redirects_to(articles bigint[], sections bigint[]) returns void language plpgsql as $$
begin
  perform log_changes('article', array_agg(article_part_note(id, is_article_for_readers(id), 'redirects')))
    from unnest(articles) id where id is not null;
  perform log_changes('section', array_agg(
      (id, false, entity_tags('section', id) || 'redirects'::text)::change_note))
    from unnest(sections) id where id is not null;
end $$;

create function log_redirects() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_redirects_to(array_agg(n.article_id), array_agg(n.section_id)) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_redirects_to(array_agg(o.article_id), array_agg(o.section_id)) from old_rows o;
  else
    perform log_redirects_to(
        array_agg(o.article_id) || array_agg(n.article_id), array_agg(o.section_id) || array_agg(n.section_id))
      from old_rows o full join new_rows n using (path) where o is distinct from n;
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
