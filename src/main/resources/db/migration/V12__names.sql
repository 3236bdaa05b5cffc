-- Sections, tags, sources, contributors and menus are edited by people, who tell by the revision
-- what their change is a change of.

alter table section add column revision integer not null default 0;
alter table tag add column revision integer not null default 0;
alter table source add column revision integer not null default 0;
alter table contributor add column revision integer not null default 0;
alter table menu add column revision integer not null default 0;

-- Who uses a name: asked before it is deleted, by us and by the foreign keys. The listing indexes
-- hold only what readers may see.
create index article_of_section on article (section_id);
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
