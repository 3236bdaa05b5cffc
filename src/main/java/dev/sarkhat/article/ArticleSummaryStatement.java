package dev.sarkhat.article;

import dev.sarkhat.http.Fields;

/**
 * The statements that read what lists show of some articles, everything but their bodies, with
 * their sections, sources, tags and contributors. One statement reads it all: each costs a round
 * trip. Their columns are those that {@link ArticleSummaryReader} reads, in its order.
 *
 * <p>They ask again whether the articles are public: one may have been withdrawn since its number
 * was read. Parameters: the numbers of the articles; the reader's instant.
 */
final class ArticleSummaryStatement {

  private static final String BEFORE_TAGS =
      """
      select a.id, a.expire_at, a.type, a.kicker, a.title, a.subtitle, a.lead, a.excerpt, a.slug, a.lang,
        s.id, s.slug, s.title, s.path,
      """;

  // Probed for each article, its tags are found by primary keys however many articles there are.
  // Arrays of texts are cheaper than JSON to make and to read.
  private static final String TAGS =
      """
        array(
          select array[cast(g.id as text), g.slug, g.title, g.type]
          from article_tag t join tag g on g.id = t.tag_id
          where t.article_id = a.id order by t.position),
      """;

  private static final String BEFORE_CONTRIBUTORS =
      """
        f.id, f.slug, f.title, f.url, a.source_url,
        o.id, o.slug, o.title, o.url, a.original_source_url,
      """;

  private static final String CONTRIBUTORS =
      """
        array(
          select array[cast(p.id as text), p.slug, p.name, c.role]
          from article_contributor c join contributor p on p.id = c.contributor_id
          where c.article_id = a.id order by c.position),
      """;

  private static final String REST =
      """
        a.image ->> 'url', a.image ->> 'alt', a.image ->> 'caption', a.image ->> 'credit',
        cast(a.image ->> 'width' as integer), cast(a.image ->> 'height' as integer),
        a.published_at, a.updated_at, a.reading_minutes, a.revision
      from article a join section s on s.id = a.section_id
        left join source f on f.id = a.source_id
        left join source o on o.id = a.original_source_id
      where a.id = any(?) and is_public(a.status, a.published_at, a.expire_at, ?)
      """;

  private static final String NOTHING = "cast('{}' as text[]), ";

  /** Reads everything. */
  static final String FULL = BEFORE_TAGS + TAGS + BEFORE_CONTRIBUTORS + CONTRIBUTORS + REST;

  private static final String WITHOUT_TAGS =
      BEFORE_TAGS + NOTHING + BEFORE_CONTRIBUTORS + CONTRIBUTORS + REST;
  private static final String WITHOUT_CONTRIBUTORS =
      BEFORE_TAGS + TAGS + BEFORE_CONTRIBUTORS + NOTHING + REST;
  private static final String WITHOUT_BOTH =
      BEFORE_TAGS + NOTHING + BEFORE_CONTRIBUTORS + NOTHING + REST;

  private ArticleSummaryStatement() {}

  /** The statement that reads tags and contributors only where they are asked for. */
  static String of(Fields<?> fields) {
    if (fields.has("tags")) {
      return fields.has("contributors") ? FULL : WITHOUT_CONTRIBUTORS;
    }
    return fields.has("contributors") ? WITHOUT_TAGS : WITHOUT_BOTH;
  }
}
