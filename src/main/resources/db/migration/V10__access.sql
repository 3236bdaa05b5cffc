-- Who may do what in the newsroom, and what was done.

create sequence principal_seq increment by 50;
create table principal (
  id          bigint primary key,
  revision    integer not null,
  kind        text not null constraint principal_kind_known check (kind in ('application', 'person')),
  name        text not null,
  -- A person as the identity provider knows them (OpenID Connect Core 1.0, section 2: iss and sub).
  issuer      text,
  subject     text,
  created_at  timestamptz(3) not null,
  -- From then on none of their credentials is taken.
  disabled_at timestamptz(3),
  constraint principal_person_is_known_by_subject
    check (num_nonnulls(issuer, subject) = case kind when 'person' then 2 else 0 end),
  constraint principal_subject_unique unique (issuer, subject)
);

create table role_grant (
  principal_id bigint not null references principal on delete cascade,
  role         text not null constraint role_grant_role_known
                 check (role in ('reader', 'reporter', 'editor', 'admin')),
  -- The section with its subtree; null for everywhere.
  section_id   bigint references section,
  granted_at   timestamptz(3) not null,
  granted_by   bigint references principal on delete set null,
  constraint role_grant_unique unique nulls not distinct (principal_id, section_id),
  constraint role_grant_admin_is_everywhere check (role <> 'admin' or section_id is null)
);
create index role_grant_section on role_grant (section_id) where section_id is not null;

create table access_key (
  id           text primary key,
  principal_id bigint not null references principal on delete cascade,
  -- SHA-256. The secret has 256 random bits, so nothing slower is needed.
  secret_hash  bytea not null constraint access_key_hash_is_sha256 check (octet_length(secret_hash) = 32),
  -- The first key: it may make principals, grants and keys, and ends with the first use of another admin's.
  bootstrap    boolean not null default false,
  created_at   timestamptz(3) not null,
  created_by   bigint references principal on delete set null,
  expires_at   timestamptz(3),
  revoked_at   timestamptz(3)
);
create index access_key_principal on access_key (principal_id);

-- Apart from the key, for a use is no change of it.
create table access_key_use (
  key_id       text primary key references access_key on delete cascade,
  last_used_at timestamptz(3) not null,
  address      text
) with (fillfactor = 50);

-- Answers of requests with an Idempotency-Key, each written in the transaction of its write.
create table idempotent_request (
  principal_id bigint not null references principal on delete cascade,
  key          text not null,
  -- The SHA-256 of what the request asks for.
  fingerprint  bytea not null,
  status       integer,
  etag         text,
  location     text,
  answer       text,
  created_at   timestamptz(3) not null,
  primary key (principal_id, key)
);
create index idempotent_request_age on idempotent_request (created_at);

-- Who did what to what, when and from where. It names people and things by value, for it outlives them.
create table audit_log (
  id             bigint generated always as identity primary key,
  at             timestamptz(3) not null,
  principal_id   bigint,
  principal_name text not null,
  key_id         text,
  address        text,
  trace_id       text,
  -- The operationId of the API document, or the name of the job.
  operation      text not null,
  kind           text not null,
  entity         text not null,
  reason         text,
  -- [{"pointer", "before", "after"}], the fields that changed.
  changes        jsonb not null
);
create index audit_log_of_entity on audit_log (kind, entity, id desc);
create index audit_log_of_principal on audit_log (principal_id, id desc);
create index audit_log_of_operation on audit_log (operation, id desc);
create index audit_log_by_time on audit_log (at);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_log_only_grows before update or delete or truncate on audit_log
  for each statement execute function refuse_audit_change();

-- What a principal may do is a change like others, so that every process hears at once of a
-- revoked key.

alter table change_log drop constraint change_log_kind_known;
alter table change_log add constraint change_log_kind_known
  check (kind in ('article', 'section', 'tag', 'source', 'contributor', 'menu', 'principal'));

create or replace function entity_tags(kind text, id bigint) returns text[]
  language sql stable parallel safe
  return array[
    case kind when 'article' then 'a' when 'section' then 's' when 'tag' then 't'
              when 'source' then 'o' when 'contributor' then 'c' when 'menu' then 'm'
              when 'principal' then 'p' end || id,
    kind || 's'];

-- As before, with one more kind.
create or replace function number_change() returns trigger language plpgsql as $$
declare
  is_there boolean;
  revised  integer;
begin
  perform pg_advisory_xact_lock(1935762280, 1);
  case new.kind
    when 'article' then
      select a.revision into revised from article a where a.id = new.entity_id;
      is_there := found;
    when 'section' then is_there := exists (select from section e where e.id = new.entity_id);
    when 'tag' then is_there := exists (select from tag e where e.id = new.entity_id);
    when 'source' then is_there := exists (select from source e where e.id = new.entity_id);
    when 'contributor' then is_there := exists (select from contributor e where e.id = new.entity_id);
    when 'menu' then is_there := exists (select from menu e where e.id = new.entity_id);
    when 'principal' then is_there := exists (select from principal e where e.id = new.entity_id);
  end case;
  update change_log
    set number = nextval('change_number'), at = clock_timestamp(), version = revised,
        operation = case when is_there then 'upsert' else 'delete' end,
        tags = array(select distinct tag collate "C" from unnest(tags) tag order by 1)
    where transaction = new.transaction and kind = new.kind and entity_id = new.entity_id and number is null;
  perform pg_notify('change', '');
  return null;
end $$;

create function log_principal_parts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    perform log_changes('principal', array_agg(entity_note('principal', n.principal_id, false))) from new_rows n;
  end if;
  if tg_op <> 'INSERT' then
    perform log_changes('principal', array_agg(entity_note('principal', o.principal_id, true))) from old_rows o;
  end if;
  return null;
end $$;

do $$
declare
  logged record;
begin
  for logged in
    select * from (values
      ('principal', 'log_entities'),
      ('role_grant', 'log_principal_parts'),
      ('access_key', 'log_principal_parts')) as t(name, function)
  loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows'
      ' for each statement execute function %I()', logged.name || '_insert_logged', logged.name, logged.function);
    execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows'
      ' for each statement execute function %I()', logged.name || '_update_logged', logged.name, logged.function);
    execute format('create trigger %I after delete on %I referencing old table as old_rows'
      ' for each statement execute function %I()', logged.name || '_delete_logged', logged.name, logged.function);
    execute format('create trigger %I after truncate on %I'
      ' for each statement execute function renew_change_feed()', logged.name || '_truncate_logged', logged.name);
  end loop;
end $$;
