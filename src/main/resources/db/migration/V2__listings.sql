-- The one predicate of visibility, exact to the instant and without any job. It is bound to the
-- reader's instant and never to the server's clock. All four functions are plain expressions, so the
-- planner inlines them and the listing indexes serve them.

create function is_for_readers(status text) returns boolean
  language sql immutable parallel safe
  return status in ('scheduled', 'published');

create function is_unexpired(expire_at timestamptz, as_of timestamptz) returns boolean
  language sql immutable parallel safe
  return expire_at is null or expire_at > as_of;

create function is_listed(published_at timestamptz, expire_at timestamptz, as_of timestamptz) returns boolean
  language sql immutable parallel safe
  return published_at <= as_of and is_unexpired(expire_at, as_of);

create function is_public(status text, published_at timestamptz, expire_at timestamptz, as_of timestamptz)
  returns boolean
  language sql immutable parallel safe
  return is_for_readers(status) and is_listed(published_at, expire_at, as_of);

-- Triggers that keep the listing tables in step with article, in the same transaction as any write.

create function listed_at(status text, published_at timestamptz) returns timestamptz
  language sql immutable parallel safe
  return case when is_for_readers(status) then published_at end;

-- A new tag or contributor row takes its dates from its article.
create function date_listing_row() returns trigger language plpgsql as $$
begin
  select listed_at(a.status, a.published_at), a.expire_at
    into new.published_at, new.expire_at
    from article a where a.id = new.article_id;
  return new;
end $$;

create trigger article_tag_dated before insert on article_tag
  for each row execute function date_listing_row();
create trigger article_contributor_dated before insert on article_contributor
  for each row execute function date_listing_row();

-- Lists a section's article under the section and every section above it. Whoever moves a section in
-- the tree must list its subtree's articles anew; nothing moves one yet.
create function list_in_sections(article_id bigint, section_id bigint, published_at timestamptz, expire_at timestamptz)
  returns void language sql
  begin atomic
    with recursive above(id, parent_id) as (
      select s.id, s.parent_id from section s where s.id = list_in_sections.section_id
      union
      select s.id, s.parent_id from section s join above on s.id = above.parent_id
    )
    insert into article_section (section_id, published_at, article_id, expire_at)
    select above.id, list_in_sections.published_at, list_in_sections.article_id, list_in_sections.expire_at from above;
  end;

create function list_new_article() returns trigger language plpgsql as $$
begin
  perform list_in_sections(new.id, new.section_id, new.published_at, new.expire_at);
  return null;
end $$;

create trigger article_listed after insert on article
  for each row when (listed_at(new.status, new.published_at) is not null)
  execute function list_new_article();

create function relist_article() returns trigger language plpgsql as $$
declare
  listed constant timestamptz := listed_at(new.status, new.published_at);
begin
  update article_tag set published_at = listed, expire_at = new.expire_at where article_id = new.id;
  update article_contributor set published_at = listed, expire_at = new.expire_at where article_id = new.id;
  delete from article_section where article_id = new.id;
  if listed is not null then
    perform list_in_sections(new.id, new.section_id, listed, new.expire_at);
  end if;
  return null;
end $$;

create trigger article_relisted after update of status, published_at, expire_at, section_id on article
  for each row
  when ((listed_at(old.status, old.published_at), old.expire_at, old.section_id)
        is distinct from (listed_at(new.status, new.published_at), new.expire_at, new.section_id))
  execute function relist_article();
