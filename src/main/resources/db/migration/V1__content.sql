-- The content model. Times are timestamptz(3): the API speaks in milliseconds, and a cursor must
-- compare equal to the row it was made from.

create sequence section_seq increment by 50;
create table section (
  id          bigint primary key,
  parent_id   bigint references section,
  position    integer not null,
  slug        text not null constraint section_slug_unique unique,
  -- Where the section stands on the site: the slugs from the root down.
  path        text not null constraint section_path_unique unique,
  match_key   text not null,
  title       text not null,
  description text,
  lang        text not null,
  constraint section_not_its_own_parent check (parent_id <> id)
);
create index section_parent on section (parent_id);
create index section_match on section (match_key);

create sequence tag_seq increment by 50;
create table tag (
  id          bigint primary key,
  slug        text not null constraint tag_slug_unique unique,
  -- Ragged spellings of one name fold to one key, so they are one tag.
  match_key   text not null constraint tag_match_key_unique unique,
  title       text not null,
  type        text not null constraint tag_type_known
                check (type in ('topic', 'person', 'place', 'organisation', 'event')),
  description text,
  lang        text not null
);

create sequence source_seq increment by 50;
create table source (
  id          bigint primary key,
  slug        text not null constraint source_slug_unique unique,
  match_key   text not null constraint source_match_key_unique unique,
  title       text not null,
  url         text,
  description text,
  lang        text not null
);

create sequence contributor_seq increment by 50;
create table contributor (
  id          bigint primary key,
  slug        text not null constraint contributor_slug_unique unique,
  match_key   text not null constraint contributor_match_key_unique unique,
  name        text not null,
  role        text not null constraint contributor_role_known
                check (role in ('reporter', 'editor', 'translator', 'photographer', 'columnist')),
  description text,
  url         text,
  lang        text not null
);

create sequence article_seq increment by 50;
create table article (
  id                  bigint primary key,
  revision            integer not null,
  type                text not null constraint article_type_known
                        check (type in ('news', 'report', 'interview', 'analysis', 'opinion', 'editorial',
                                        'explainer', 'photo', 'video', 'podcast', 'live')),
  status              text not null constraint article_status_known
                        check (status in ('draft', 'inReview', 'scheduled', 'published', 'withdrawn')),
  lang                text not null,
  kicker              text,
  title               text not null,
  subtitle            text,
  lead                text,
  -- Cut from the lead, or from the body where there is no lead: lists show it and never load a body.
  excerpt             text,
  body                text,
  reading_minutes     integer not null,
  pull_quotes         jsonb not null default '[]',
  slug                text not null,
  section_id          bigint not null references section,
  source_id           bigint references source,
  source_url          text,
  original_source_id  bigint references source,
  original_source_url text,
  external_id         text,
  image               jsonb,
  seo                 jsonb,
  attributes          jsonb not null default '{}',
  -- The instant from which the article is public; ahead of the clock while it is scheduled.
  published_at        timestamptz(3),
  expire_at           timestamptz(3),
  created_at          timestamptz(3) not null,
  updated_at          timestamptz(3) not null,
  withdrawn_at        timestamptz(3),
  withdrawn_reason    text,
  constraint article_public_is_dated check (status not in ('scheduled', 'published') or published_at is not null),
  constraint article_withdrawn_is_dated check (status <> 'withdrawn' or withdrawn_at is not null),
  constraint article_expires_after_publishing check (expire_at is null or published_at is null or expire_at > published_at)
) with (fillfactor = 90);

-- One index per list that a portal shows; all in keyset order, all only of what may become public.
-- Those that lists are read from hold expire_at too, so that lists and counts read the index alone.
create index article_public on article (published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_public_by_update on article (updated_at desc, id desc)
  where status in ('scheduled', 'published');
create index article_public_by_section on article (section_id, published_at desc, id desc)
  where status in ('scheduled', 'published');
create index article_public_by_source on article (source_id, published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_public_by_type on article (type, published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_public_by_lang on article (lang, published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_scheduled on article (published_at) where status = 'scheduled';
create index article_original_source on article (original_source_id) where original_source_id is not null;
-- An article is known to its sender by its number there; without a source the number stands alone.
create unique index article_external_id_unique on article (external_id, source_id) nulls not distinct
  where external_id is not null;

-- The listing tables repeat published_at and expire_at, so that a list reads one index in order and
-- needs no sort; published_at is null where the article is not to be listed. Triggers below keep
-- them, so that no write path can forget to.
create table article_tag (
  article_id   bigint not null references article on delete cascade,
  tag_id       bigint not null references tag,
  position     integer not null,
  published_at timestamptz(3),
  expire_at    timestamptz(3),
  primary key (article_id, tag_id)
);
create index article_tag_listing on article_tag (tag_id, published_at desc, article_id desc)
  include (expire_at) where published_at is not null;

create table article_contributor (
  article_id     bigint not null references article on delete cascade,
  contributor_id bigint not null references contributor,
  role           text not null constraint article_contributor_role_known
                   check (role in ('reporter', 'editor', 'translator', 'photographer', 'columnist')),
  position       integer not null,
  published_at   timestamptz(3),
  expire_at      timestamptz(3),
  primary key (article_id, contributor_id)
);
create index article_contributor_listing on article_contributor (contributor_id, published_at desc, article_id desc)
  include (expire_at) where published_at is not null;

-- A row for the article's section and one for each section above it.
create table article_section (
  section_id   bigint not null references section,
  published_at timestamptz(3) not null,
  article_id   bigint not null references article on delete cascade,
  expire_at    timestamptz(3),
  primary key (section_id, published_at, article_id) include (expire_at)
);
create index article_section_article on article_section (article_id);

-- Related articles the editor chose, in the editor's order.
create table article_related (
  article_id bigint not null references article on delete cascade,
  position   integer not null,
  related_id bigint not null references article on delete cascade,
  primary key (article_id, position),
  constraint article_not_related_to_itself check (article_id <> related_id)
);
create index article_related_reverse on article_related (related_id);

-- What was received, before normalising and sanitising: an editor can always go back to the sender's words.
create table article_revision (
  article_id bigint not null references article on delete cascade,
  revision   integer not null,
  saved_at   timestamptz(3) not null,
  received   jsonb not null,
  primary key (article_id, revision)
);

-- Paths that once led to an article or a section. They point at the thing, not at a path, so a chain cannot form.
create table redirect (
  path       text primary key,
  article_id bigint references article on delete cascade,
  section_id bigint references section on delete cascade,
  created_at timestamptz(3) not null,
  constraint redirect_has_one_target check (num_nonnulls(article_id, section_id) = 1)
);
create index redirect_article on redirect (article_id) where article_id is not null;
create index redirect_section on redirect (section_id) where section_id is not null;

-- Index-only reads of the listing tables need fresh visibility maps on insert-mostly tables.
alter table article_tag set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table article_contributor set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table article_section set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Names are listed in Persian order, whatever the database's own collation.
create index tag_by_title on tag (title collate "fa-x-icu", id);
create index tag_by_type_and_title on tag (type, title collate "fa-x-icu", id);
create index source_by_title on source (title collate "fa-x-icu", id);
create index contributor_by_name on contributor (name collate "fa-x-icu", id);
