-- Random keys that every node must share, made once by whichever node needs one first.
create table secret (
  name       text primary key,
  value      bytea not null,
  created_at timestamptz(3) not null
);
