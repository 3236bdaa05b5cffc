-- Work that is done at a time, on one node, and again on another when that one dies.

-- db-scheduler's table, in the form that its documentation gives.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Up to where the instants have been announced at which time alone makes articles appear or expire:
-- all before announced_to, and of those at that very instant the articles up to article_id.
create table due_position (
  only_row     boolean primary key default true constraint due_position_has_one_row check (only_row),
  announced_to timestamptz(3) not null,
  article_id   bigint not null
);
insert into due_position (announced_to, article_id) values (clock_timestamp(), 0);

-- The instants after a place, in their order.
create function due_articles(after timestamptz, after_id bigint, until timestamptz, most integer)
  returns table (instant timestamptz, id bigint, expires boolean)
  language sql stable
  begin atomic
    (select a.published_at, a.id, false from article a
      where a.status in ('scheduled', 'published')
        and (a.published_at, a.id) > (after, after_id) and a.published_at <= until
      order by a.published_at, a.id limit most)
    union all
    (select a.expire_at, a.id, true from article a
      where a.expire_at is not null and a.status in ('scheduled', 'published')
        and (a.expire_at, a.id) > (after, after_id) and a.expire_at <= until
      order by a.expire_at, a.id limit most)
    order by 1, 2 limit most;
  end;

-- Whether a change of the lists in which the article stands has been logged since the instant. Who
-- publishes at once has said so already.
create function is_logged_since(article bigint, instant timestamptz) returns boolean
  language sql stable
  return exists (
    select from change_log c
      where c.kind = 'article' and c.entity_id = article and c.number is not null
        and c.at >= instant and 'l' = any(c.tags));

-- Logs that articles have become due, as their triggers would, and moves on in the same
-- transaction: each instant is announced once, however many nodes ask and however long none did.
-- Another node that is at it goes first. A clock that goes back finds nothing to announce.
create function announce_due(until timestamptz, most integer) returns integer
  language plpgsql as $$
declare
  reached due_position;
  looked  integer;
  latest  timestamptz;
  last_id bigint;
  notes   change_note[];
begin
  select * into reached from due_position for update skip locked;
  if not found or reached.announced_to > until then
    return 0;
  end if;
  select count(*), max(d.instant),
         (array_agg(d.id order by d.instant desc, d.id desc))[1],
         array_agg((d.id, d.expires,
                    article_tags(d.id, true) || article_list_tags(d.id, a.section_id, a.source_id))::change_note)
           filter (where d.expires or a.status = 'scheduled' or not is_logged_since(d.id, d.instant))
    into looked, latest, last_id, notes
    from due_articles(reached.announced_to, reached.article_id, until, most) d
    join article a on a.id = d.id;
  perform log_changes('article', notes);
  if looked = most then
    update due_position set announced_to = latest, article_id = last_id;
  else
    update due_position set announced_to = until, article_id = 9223372036854775807;
  end if;
  return looked;
end $$;
