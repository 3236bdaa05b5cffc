-- Editing: who writes, what is planned, and every save by itself.

-- The new columns are filled from old ones; nothing changes for readers, so nothing is logged.
alter table article disable trigger user;
alter table article
  add column created_by    bigint references principal on delete set null,
  -- The last save of any kind; updated_at is what readers are told.
  add column saved_at      timestamptz(3),
  add column saved_by      bigint references principal on delete set null,
  -- Until then nobody can make it public.
  add column embargo_until timestamptz(3),
  add column approved_at   timestamptz(3),
  add column approved_by   bigint references principal on delete set null,
  -- The words of title, kicker, subtitle and lead, folded, for the newsroom's search.
  add column search_text   text not null default '';
update article
  set saved_at = updated_at,
      search_text = lower(concat_ws(' ', kicker, title, subtitle, lead));
alter table article alter column saved_at set not null;
alter table article add constraint article_keeps_its_embargo
  check (status not in ('scheduled', 'published') or embargo_until is null or published_at >= embargo_until);
alter table article enable trigger user;

create index article_by_save on article (saved_at desc, id desc);
create index article_unpublished_by_save on article (saved_at desc, id desc)
  where status in ('draft', 'inReview', 'withdrawn');
create index article_of_creator on article (created_by, saved_at desc, id desc) where created_by is not null;
-- In the place of one that no list reads.
drop index article_public_by_section;
create index article_of_section on article (section_id, saved_at desc, id desc);
create index article_search on article using gin (to_tsvector('simple', search_text));

alter table article_revision
  alter column received drop not null,
  -- Who saved it; null for an import from the command line.
  add column actor_id      bigint references principal on delete set null,
  add column actor_name    text,
  -- The operationId of the API document; null for an import.
  add column operation     text,
  -- Why, in the editor's words.
  add column note          text,
  -- What the article said after the save, as editors send it.
  add column content       jsonb,
  -- What the content's slugs meant: {"section", "source", "originalSource", "tags", "contributors"} by number.
  add column named         jsonb,
  add column status        text,
  add column published_at  timestamptz(3),
  add column expire_at     timestamptz(3),
  add column restored_from integer;
