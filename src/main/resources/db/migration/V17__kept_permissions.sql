-- What a request was found to be allowed, [{"action", "thing"}]: whoever sends it again is given the answer
-- that it got while they are allowed the same.
alter table idempotent_request add column permissions jsonb not null default '[]';
