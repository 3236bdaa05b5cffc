-- What an import has already taken, by the SHA-256 of the line's canonical JSON: a file can be sent
-- again, and what editors changed meanwhile stays. A line of another kind has no article.
create table imported_line (
  digest      bytea primary key,
  article_id  bigint references article on delete cascade,
  imported_at timestamptz(3) not null
);
create index imported_line_article on imported_line (article_id) where article_id is not null;

-- Related articles that a sender named and that have not arrived yet. They wait here, so that they
-- may come later in the file, or in another file.
create table awaited_related (
  article_id  bigint not null references article on delete cascade,
  position    integer not null,
  external_id text not null,
  primary key (article_id, position)
);
create index awaited_related_external_id on awaited_related (external_id);
