-- Takes a sample of the archive, has the triggers make its listing rows anew, and keeps what they
-- made beside what archive.sql made. To be rolled back.

create temporary table sample on commit drop as
  select id, status from article
  where id <= 50 or id > current_setting('benchmark.articles')::bigint - 50
     or id % greatest(1, current_setting('benchmark.articles')::bigint / 300) = 0;

create temporary table bulk_tag on commit drop as
  select t.* from article_tag t join sample on sample.id = t.article_id;
create temporary table bulk_contributor on commit drop as
  select c.* from article_contributor c join sample on sample.id = c.article_id;
create temporary table bulk_section on commit drop as
  select s.* from article_section s join sample on sample.id = s.article_id;

delete from article_tag t using sample where sample.id = t.article_id;
delete from article_contributor c using sample where sample.id = c.article_id;
update article a set status = 'draft' from sample where sample.id = a.id;
insert into article_tag (article_id, tag_id, position)
  select article_id, tag_id, position from bulk_tag where tag_id % 2 = 0;
insert into article_contributor (article_id, contributor_id, role, position)
  select article_id, contributor_id, role, position from bulk_contributor where contributor_id % 2 = 0;
update article a set status = sample.status from sample where sample.id = a.id;
insert into article_tag (article_id, tag_id, position)
  select article_id, tag_id, position from bulk_tag where tag_id % 2 = 1;
insert into article_contributor (article_id, contributor_id, role, position)
  select article_id, contributor_id, role, position from bulk_contributor where contributor_id % 2 = 1;

create temporary table differences on commit drop as
  (select 'tag' as listing, article_id from (
    (table bulk_tag except select t.* from article_tag t join sample on sample.id = t.article_id)
    union all
    (select t.* from article_tag t join sample on sample.id = t.article_id except table bulk_tag)) tags
  union all
  select 'contributor', article_id from (
    (table bulk_contributor except select c.* from article_contributor c join sample on sample.id = c.article_id)
    union all
    (select c.* from article_contributor c join sample on sample.id = c.article_id except table bulk_contributor)) contributors
  union all
  select 'section', article_id from (
    (table bulk_section except select s.* from article_section s join sample on sample.id = s.article_id)
    union all
    (select s.* from article_section s join sample on sample.id = s.article_id except table bulk_section)) sections);
