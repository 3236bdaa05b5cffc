-- How far each content delivery network has accepted the purges of changes. It moves only after
-- the network has answered, so whatever happened in between is sent again.
create table purge_position (
  -- The network and the service in it, such as "fastly SU1Z0isxPaozGVKXdv0eY". Rows of targets that
  -- are not configured any longer stay: one that comes back catches up.
  target   text not null,
  pass     text not null constraint purge_position_pass_known check (pass in ('first', 'again')),
  -- What the number belongs to; see change_feed.
  epoch    uuid not null,
  number   bigint not null,
  -- When the network last accepted something; for operators.
  moved_at timestamptz(3) not null,
  primary key (target, pass)
);
