-- The first instant after the reader's at which time alone changes what is public: an article
-- appears or expires. Answers that list articles are good until then.

create index article_expiring on article (expire_at) where expire_at is not null and status in ('scheduled', 'published');

create function next_visibility_change(as_of timestamptz) returns timestamptz
  language sql stable parallel safe
  return least(
    (select min(a.published_at) from article a
     where a.status in ('scheduled', 'published') and a.published_at > as_of),
    (select min(a.expire_at) from article a
     where a.status in ('scheduled', 'published') and a.expire_at > as_of));
