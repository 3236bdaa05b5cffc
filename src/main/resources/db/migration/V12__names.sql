-- Sections, tags, sources, contributors and menus are edited by people, who tell by the revision
-- what their change is a change of.

alter table section add column revision integer not null default 0;
alter table tag add column revision integer not null default 0;
alter table source add column revision integer not null default 0;
alter table contributor add column revision integer not null default 0;
alter table menu add column revision integer not null default 0;

-- Who uses a name: asked before it is deleted, by us and by the foreign keys. The listing indexes
-- hold only what readers may see.
create index article_of_source on article (source_id) where source_id is not null;
create index article_tag_of_tag on article_tag (tag_id);
create index article_contributor_of_contributor on article_contributor (contributor_id);

-- Whoever lists an article reads which sections stand above its own, and must not do so while one of
-- them moves: the mover locks the sections of the subtree for update. A new article's foreign key
-- waits for that; one that is listed anew waits here, before it touches its rows.
create or replace function relist_article() returns trigger language plpgsql as $$
declare
  listed constant timestamptz := listed_at(new.status, new.published_at);
begin
  perform from section s where s.id in (old.section_id, new.section_id) order by s.id for key share;
  update article_tag set published_at = listed, expire_at = new.expire_at where article_id = new.id;
  update article_contributor set published_at = listed, expire_at = new.expire_at where article_id = new.id;
  delete from article_section where article_id = new.id;
  if listed is not null then
    perform list_in_sections(new.id, new.section_id, listed, new.expire_at);
  end if;
  return null;
end $$;

-- Takes articles of a section that has moved, with those below it, from the lists of the sections
-- that stood above it to the lists of those that stand above it now. It goes through the section's
-- own list, which stays as it is, up to a number of articles at a time; the last one is where the
-- next call goes on, and null is the end.
create function relist_moved_section(
    moved bigint, lists_left bigint[], lists_entered bigint[],
    inout last_at timestamptz, inout last_id bigint, most integer)
  language plpgsql as $$
declare
  articles bigint[];
  times    timestamptz[];
begin
  select array_agg(l.article_id), array_agg(l.published_at) into articles, times
    from (select article_id, published_at from article_section
          where section_id = moved and (published_at, article_id) > (last_at, last_id)
          order by published_at, article_id limit most) l;
  -- Whoever deletes one of them waits, and deletes the new rows, too.
  perform from article a where a.id = any(articles) order by a.id for key share;
  delete from article_section l where l.article_id = any(articles) and l.section_id = any(lists_left);
  insert into article_section (section_id, published_at, article_id, expire_at)
    select entered, l.published_at, l.article_id, l.expire_at
    from article_section l cross join unnest(lists_entered) entered
    where l.section_id = moved and l.article_id = any(articles)
    on conflict do nothing;
  last_at := times[cardinality(times)];
  last_id := articles[cardinality(articles)];
end $$;

-- Whether readers find a tag of which no public article is. What an editor makes is listed; what an
-- import makes of an article's words is not, for the article may be a draft. Of the tags there are,
-- those without an article were made by themselves.
alter table tag
  add column listed boolean not null default false,
  -- The tag that this one's articles are on their way to; it is an alias of that one already.
  add column merged_into bigint references tag,
  add constraint tag_not_merged_into_itself check (merged_into <> id);
update tag t set listed = true where not exists (select from article_tag a where a.tag_id = t.id);
alter table tag alter column listed set default true;
create index tag_merging on tag (merged_into) where merged_into is not null;

-- Other names of a tag: slugs it once had, other spellings, tags that were merged into it. A slug or
-- a match key is of one tag, be it the tag's own or an alias.
create table tag_alias (
  slug      text primary key,
  tag_id    bigint not null references tag on delete cascade,
  title     text,
  match_key text constraint tag_alias_match_key_unique unique,
  constraint tag_alias_title_has_match_key check (num_nonnulls(title, match_key) <> 1)
);
create index tag_alias_of_tag on tag_alias (tag_id);

-- What became of tags that were merged, for old revisions of articles know them by their numbers.
create table merged_tag (
  id     bigint primary key,
  tag_id bigint not null references tag on delete cascade
);
create index merged_tag_into on merged_tag (tag_id);

-- The number of the tag with the name, whatever name it is.
create function tag_with_slug(slug text) returns bigint
  language sql stable parallel safe
  return coalesce(
    (select a.tag_id from tag_alias a where a.slug = tag_with_slug.slug),
    (select t.id from tag t where t.slug = tag_with_slug.slug));

create function log_tag_aliases() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform log_changes('tag', array_agg(entity_note('tag', n.tag_id, false))) from new_rows n;
  elsif tg_op = 'DELETE' then
    perform log_changes('tag', array_agg(entity_note('tag', o.tag_id, false))) from old_rows o;
  else
    perform log_changes('tag', array_agg(entity_note('tag', tag.id, false)))
      from old_rows o full join new_rows n using (slug)
      cross join lateral (values (o.tag_id), (n.tag_id)) as tag(id)
      where o is distinct from n and tag.id is not null;
  end if;
  return null;
end $$;
create trigger tag_alias_insert_logged after insert on tag_alias referencing new table as new_rows
  for each statement execute function log_tag_aliases();
create trigger tag_alias_update_logged after update on tag_alias referencing old table as old_rows new table as new_rows
  for each statement execute function log_tag_aliases();
create trigger tag_alias_delete_logged after delete on tag_alias referencing old table as old_rows
  for each statement execute function log_tag_aliases();
create trigger tag_alias_truncate_logged after truncate on tag_alias
  for each statement execute function renew_change_feed();

-- The same for sources and contributors.
alter table source add column listed boolean not null default false;
update source s set listed = true
  where not exists (select from article a where a.source_id = s.id)
    and not exists (select from article a where a.original_source_id = s.id);
alter table source alter column listed set default true;
alter table contributor add column listed boolean not null default false;
update contributor c set listed = true where not exists (
  select from article_contributor a where a.contributor_id = c.id);
alter table contributor alter column listed set default true;
