-- Imports that proofread what they bring, and what they found.

alter table import_job
  add column spelling text not null default 'none' constraint import_job_spelling_known
    check (spelling in ('none', 'propose', 'apply'));
alter table import_job alter column spelling drop default;

create table import_spelling (
  job_id      bigint not null references import_job on delete cascade,
  line        bigint not null,
  -- Its place among the proposals of the line, from 0.
  place       integer not null,
  external_id text,
  -- By value, for an article may be deleted.
  article_id  bigint not null,
  pointer     text not null,
  begins      integer not null,
  ends        integer not null,
  original    text not null,
  replacement text not null,
  rule        text not null,
  confidence  double precision not null,
  applied     boolean not null,
  primary key (job_id, line, place)
);
