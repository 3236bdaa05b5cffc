-- All that the one import of a database has written, a text for each thing, in the order of their
-- making. The numbers of rows are left out, and so are times that the clock gave: they may differ
-- from one run to the next. What an import takes its own beginning for is told from other times.
with job as (
  select started_at from import_job
), clock as (
  select array['id', 'created_at', 'updated_at', 'saved_at'] as columns
), article_text as (
  select a.id, jsonb_build_object(
    'article', to_jsonb(a) - clock.columns
      - array['section_id', 'source_id', 'original_source_id', 'published_at', 'created_by', 'saved_by'],
    'publishedAt', case when a.published_at = job.started_at then 'beginning' else a.published_at::text end,
    'updatedAt', case when a.updated_at >= job.started_at then 'meanwhile' else a.updated_at::text end,
    'section', (select path from section where id = a.section_id),
    'source', (select slug from source where id = a.source_id),
    'originalSource', (select slug from source where id = a.original_source_id),
    'tags', (
      select jsonb_agg(t.slug order by x.position)
      from article_tag x join tag t on t.id = x.tag_id where x.article_id = a.id),
    'contributors', (
      select jsonb_agg(jsonb_build_array(c.slug, x.role) order by x.position)
      from article_contributor x join contributor c on c.id = x.contributor_id where x.article_id = a.id),
    'related', (
      select jsonb_agg(r.external_id order by x.position)
      from article_related x join article r on r.id = x.related_id where x.article_id = a.id),
    'awaited', (
      select jsonb_agg(jsonb_build_array(x.position, x.external_id) order by x.position)
      from awaited_related x where x.article_id = a.id),
    'listedIn', (
      select jsonb_agg(s.path order by s.path)
      from article_section x join section s on s.id = x.section_id where x.article_id = a.id),
    'redirects', (select jsonb_agg(x.path order by x.path) from redirect x where x.article_id = a.id),
    'history', (
      select jsonb_agg(jsonb_build_array(x.revision, x.received) order by x.revision)
      from article_revision x where x.article_id = a.id),
    'lines', (
      select jsonb_agg(encode(x.digest, 'hex') order by x.digest) from imported_line x where x.article_id = a.id),
    'logged', (
      select max(x.version) from change_log x
      where x.kind = 'article' and x.entity_id = a.id and x.number is not null)
  )::text as text
  from article a, job, clock
)
select 'section ' || (to_jsonb(x) - columns - 'parent_id')::text, 1 as kind, id from section x, clock
union all
select 'tag ' || (to_jsonb(x) - columns)::text, 2, id from tag x, clock
union all
select 'source ' || (to_jsonb(x) - columns)::text, 3, id from source x, clock
union all
select 'contributor ' || (to_jsonb(x) - columns)::text, 4, id from contributor x, clock
union all
select 'menu ' || (to_jsonb(x) - columns)::text, 5, id from menu x, clock
union all
select 'article ' || text, 6, id from article_text
order by 2, 3
