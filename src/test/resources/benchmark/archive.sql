-- Fills the database with a synthetic archive of current_setting('benchmark.articles') articles.
-- Everything is drawn by hashing the article's number, so every run makes the same archive.
-- Triggers and foreign keys are off for speed: the listing tables are filled here by the rules
-- that the triggers hold, and listing-check.sql compares the two.

set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '64MB';

truncate section, tag, source, contributor, article, article_tag, article_contributor, article_section,
  article_related, article_revision, redirect cascade;

-- One of 0, …, choices - 1.
create or replace function pg_temp.draw(item bigint, salt integer, choices bigint) returns bigint
  language sql immutable parallel safe
  return (hashint8extended(item, salt) & 9223372036854775807) % choices;

-- One of 1, …, ranks by Zipf's law: each rank half as often as the one that is half as high.
create or replace function pg_temp.zipf(item bigint, salt integer, ranks bigint) returns bigint
  language sql immutable parallel safe
  return floor(exp(pg_temp.draw(item, salt, 1000000) / 1000000.0 * ln(ranks + 1.0)))::bigint;

create or replace function pg_temp.articles() returns bigint
  language sql immutable parallel safe return current_setting('benchmark.articles')::bigint;

-- Six roots (1 to 6), three children each (7 to 24), two children each of these (25 to 60).
insert into section (id, parent_id, position, slug, path, match_key, title, lang)
with recursive tree(id, parent_id, path) as (
  select root, null::bigint, '/section-' || root from generate_series(1::bigint, 6) root
  union all
  select child.id, tree.id, tree.path || '/section-' || child.id
  from tree cross join lateral (
    select id from generate_series(7::bigint, 24) id where (id - 7) / 3 + 1 = tree.id
    union all
    select id from generate_series(25::bigint, 60) id where (id - 25) / 2 + 7 = tree.id) child
)
select id, parent_id, id, 'section-' || id, path, 'section ' || id, 'سرویس ' || id, 'fa' from tree;

-- Tag 1 is on half of the articles, 2 on a few hundred, 3 on five old ones, the others follow Zipf's law.
insert into tag (id, slug, match_key, title, type, lang)
select id, 'tag-' || id, 'tag ' || id, 'برچسب ' || id,
       (array['topic', 'person', 'place', 'organisation', 'event'])[id % 5 + 1], 'fa'
from generate_series(1, greatest(200, pg_temp.articles() / 50)) id;

insert into source (id, slug, match_key, title, url, lang)
select id, 'source-' || id, 'source ' || id, 'خبرگزاری ' || id, 'https://source-' || id || '.example', 'fa'
from generate_series(1, 40) id;

insert into contributor (id, slug, match_key, name, role, lang)
select id, 'contributor-' || id, 'contributor ' || id, 'خبرنگار ' || id, 'reporter', 'fa'
from generate_series(1, 200) id;

-- A stock of prose that the articles are put together from; two halves make a body of about 2 kB.
create temporary table prose on commit drop as
with vocabulary as (
  select string_to_array(
    'دولت مجلس ایران تهران وزیر رئیس‌جمهور گفت‌وگو نشست بانک مرکزی نرخ ارز تورم صادرات نفت گاز انرژی پالایشگاه '
    || 'دانشگاه پژوهشگران تیم ملی فوتبال لیگ برتر قهرمانی المپیک حادثه آتش‌سوزی زلزله امدادگران استان شهر روستا '
    || 'آب‌وهوا بارش برف سازمان ملل متحد شورای امنیت پرونده مذاکره توافق برنامه بودجه سال آینده اعلام کرد افزود '
    || 'می‌شود خواهد بود درباره همچنین مردم کارگران معلمان بیمارستان درمان واکسن سلامت فرهنگ سینما جشنواره کتاب', ' ') as words
), text as (
  select stock.id, part.part,
         string_agg(words[pg_temp.draw(stock.id * 1000 + word, part.part, cardinality(words)) + 1], ' ' order by word) as words
  from vocabulary
  cross join generate_series(0::bigint, 499) stock(id)
  cross join (values (1, 6), (2, 30), (3, 50), (4, 50)) part(part, length)
  cross join lateral generate_series(1, part.length) word
  group by stock.id, part.part
)
select id,
       max(words) filter (where part = 1) as headline,
       max(words) filter (where part = 2) as opening,
       '<p>' || max(words) filter (where part = 3) || '.</p><p>' || max(words) filter (where part = 4) || '.</p>' as half
from text group by id;
analyze prose;

-- Articles 1 to n, oldest first, spread evenly over the ten years before 2026; two and two share an
-- instant. The oldest fiftieth is all that the sections below 6 have: they are dormant. The sections
-- below 1 have two fifths of the rest.
insert into article (id, revision, type, status, lang, kicker, title, subtitle, lead, excerpt, body, reading_minutes,
  slug, section_id, source_id, source_url, external_id, image, published_at, expire_at, created_at, updated_at,
  withdrawn_at, withdrawn_reason, saved_at, search_text)
select n.id, 0,
       (array['news', 'news', 'news', 'news', 'news', 'news', 'report', 'report', 'interview', 'photo'])
         [pg_temp.draw(n.id, 1, 10) + 1],
       fate.status,
       case when pg_temp.draw(n.id, 2, 100) < 90 then 'fa' when pg_temp.draw(n.id, 2, 100) < 97 then 'en' else 'ar' end,
       case when pg_temp.draw(n.id, 3, 3) = 0 then 'گزارش روز' end,
       title.headline || ' ' || n.id,
       case when pg_temp.draw(n.id, 4, 4) = 0 then title.headline end,
       lead.opening, left(lead.opening, 160) || '…',
       first.half || second.half, 1 + pg_temp.draw(n.id, 5, 4),
       'article-' || n.id,
       case
         when n.id <= 5 then 60
         when n.id <= pg_temp.articles() / 50 then 55 + pg_temp.draw(n.id, 6, 5)
         when pg_temp.draw(n.id, 7, 100) < 40
           then (array[1, 7, 8, 9, 25, 26, 27, 28, 29, 30])[pg_temp.draw(n.id, 8, 10) + 1]
         else 31 + pg_temp.draw(n.id, 9, 24)
       end,
       pg_temp.zipf(n.id, 10, 40), 'https://source.example/' || n.id, 'benchmark-' || n.id,
       case when pg_temp.draw(n.id, 11, 2) = 0
         then jsonb_build_object('url', 'https://media.example/' || n.id || '.jpg', 'alt', title.headline) end,
       fate.published_at,
       case when fate.expires then fate.published_at + interval '30 days' end,
       n.instant - interval '1 hour',
       n.instant + case when pg_temp.draw(n.id, 12, 50) = 0 then interval '40 days' else interval '5 minutes' end,
       case when fate.status = 'withdrawn' then n.instant + interval '1 day' end,
       case when fate.status = 'withdrawn' then 'به درخواست منبع' end,
       n.instant + case when pg_temp.draw(n.id, 12, 50) = 0 then interval '40 days' else interval '5 minutes' end,
       title.headline || ' ' || n.id || ' ' || lead.opening
from (select id, timestamptz '2016-01-01 00:00Z' + interval '3650 days' * ((id / 2 * 2)::float8 / pg_temp.articles()) as instant
      from generate_series(1, pg_temp.articles()) id) n
cross join lateral (
  select case when n.id <= 30 then 999 else pg_temp.draw(n.id, 13, 1000) end as lot) drawn
cross join lateral (
  select case when lot < 10 then 'draft' when lot < 15 then 'inReview' when lot < 25 then 'scheduled'
              when lot < 35 then 'withdrawn' else 'published' end as status,
         lot between 35 and 44 as expires,
         case when lot < 15 then null
              when lot < 25 then timestamptz '2099-01-01 00:00Z' + n.id * interval '1 second'
              else n.instant end as published_at) fate
join prose title on title.id = pg_temp.draw(n.id, 14, 500)
join prose lead on lead.id = pg_temp.draw(n.id, 15, 500)
join prose first on first.id = pg_temp.draw(n.id, 16, 500)
join prose second on second.id = pg_temp.draw(n.id, 17, 500)
order by n.id;

insert into article_tag (article_id, tag_id, position, published_at, expire_at)
select a.id, chosen.tag_id, chosen.position, listed_at(a.status, a.published_at), a.expire_at
from article a cross join lateral (
  select tag_id, row_number() over (order by tag_id) - 1 as position
  from (
    select 1 as tag_id where pg_temp.draw(a.id, 31, 2) = 0
    union
    select 2 where a.id % greatest(10, pg_temp.articles() / 500) = 0
    union
    select 3 where a.id between 3 and 7
    union
    select 3 + pg_temp.zipf(a.id * 10 + turn, 32, greatest(200, pg_temp.articles() / 50) - 3)
    from generate_series(1, 3 + pg_temp.draw(a.id, 33, 4)) turn) tags
) chosen;

insert into article_contributor (article_id, contributor_id, role, position, published_at, expire_at)
select a.id, chosen.contributor_id, 'reporter', chosen.position, listed_at(a.status, a.published_at), a.expire_at
from article a cross join lateral (
  select contributor_id, row_number() over (order by contributor_id) - 1 as position
  from (
    select pg_temp.zipf(a.id, 41, 200) as contributor_id
    union
    select pg_temp.zipf(a.id, 42, 200) where pg_temp.draw(a.id, 43, 5) = 0) credits
) chosen;

insert into article_section (section_id, published_at, article_id, expire_at)
with recursive above(section_id, ancestor_id) as (
  select id, id from section
  union
  select above.section_id, s.parent_id from above join section s on s.id = above.ancestor_id
  where s.parent_id is not null
)
select above.ancestor_id, a.published_at, a.id, a.expire_at
from article a join above using (section_id)
where listed_at(a.status, a.published_at) is not null
order by a.id;

-- Every twentieth article has two that its editor chose.
insert into article_related (article_id, position, related_id)
select a.id, turn, 1 + (a.id - 2 + turn) % (pg_temp.articles() - 1)
from article a cross join generate_series(0, 1) turn
where a.id % 20 = 0 and 1 + (a.id - 2 + turn) % (pg_temp.articles() - 1) <> a.id;

insert into redirect (path, article_id, created_at)
select '/old/' || id, id, created_at from article where id % 100 = 0;

-- What the application itself creates from now on has other numbers; it takes fifty at a time.
select setval('section_seq', (select max(id) from section) + 50),
       setval('tag_seq', (select max(id) from tag) + 50),
       setval('source_seq', (select max(id) from source) + 50),
       setval('contributor_seq', (select max(id) from contributor) + 50),
       setval('article_seq', (select max(id) from article) + 50);
