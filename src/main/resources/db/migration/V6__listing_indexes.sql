-- The lists that read the articles themselves also answer from their index alone, as those of the
-- listing tables do: counting 10,000 articles of the front read as many pages of the table.
drop index article_public;
drop index article_public_by_source;
drop index article_public_by_type;
drop index article_public_by_lang;
create index article_public on article (published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_public_by_source on article (source_id, published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_public_by_type on article (type, published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
create index article_public_by_lang on article (lang, published_at desc, id desc) include (expire_at)
  where status in ('scheduled', 'published');
