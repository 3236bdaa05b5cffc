-- Imports that were sent over HTTP, with what was sent, how far each has come and what was refused.

create sequence import_job_seq increment by 1;
create table import_job (
  id              bigint primary key,
  state           text not null constraint import_job_state_known
                    check (state in ('uploading', 'queued', 'running', 'done', 'failed', 'cancelled')),
  created_at      timestamptz(3) not null,
  -- When the last piece of it arrived.
  touched_at      timestamptz(3) not null,
  started_at      timestamptz(3),
  finished_at     timestamptz(3),
  -- Who sent it, by value, for it outlives them.
  principal_id    bigint,
  principal_name  text not null,
  -- What the sender calls the request, for a day.
  idempotency_key text,
  fingerprint     bytea not null,
  -- Whether it is packed by gzip.
  packed          boolean not null,
  size            bigint not null,
  bytes_read      bigint not null,
  -- Lines up to this number are done. It moves in the transactions that write them, with the counts.
  lines_done      bigint not null,
  counts          jsonb not null,
  notes           jsonb not null,
  -- Counts the processes that have begun or gone on with it; the latest does it.
  run             integer not null,
  -- Somebody wants it to end before its time.
  cancelling      boolean not null,
  -- Why it failed, in English words.
  failure         text,
  constraint import_job_of_request unique (principal_id, idempotency_key)
);
create index import_job_unfinished on import_job (touched_at) where state = 'uploading';

create table import_chunk (
  job_id bigint not null references import_job on delete cascade,
  number integer not null,
  bytes  bytea not null,
  primary key (job_id, number)
);
-- Mostly packed already.
alter table import_chunk alter column bytes set storage external;

create table import_refusal (
  job_id      bigint not null references import_job on delete cascade,
  line        bigint not null,
  -- Its place among the refusals of the line, from 0.
  place       integer not null,
  external_id text,
  pointer     text not null,
  reason      text not null,
  primary key (job_id, line, place)
);

-- Articles that move from another newsroom keep their numbers. Numbers are drawn one by one, so that
-- no process holds back any that an import might bring.
alter sequence article_seq increment by 1;

-- Related articles may be awaited by that number, too.
alter table awaited_related
  alter column external_id drop not null,
  add column related_id bigint,
  add constraint awaited_related_is_named_once check (num_nonnulls(external_id, related_id) = 1);
create index awaited_related_number on awaited_related (related_id) where related_id is not null;
