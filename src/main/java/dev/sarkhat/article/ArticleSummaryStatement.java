package dev.sarkhat.article;

import dev.sarkhat.http.Fields;

/**
 * The statements that read what lists show of some articles: the articles without their bodies,
 * then, where they are asked for, their tags and their contributors. They are joined by semicolons
 * and travel together, in one round trip; a single statement that aggregated tags and contributors
 * for each article cost PostgreSQL half as much again. Their columns are those that {@link
 * ArticleSummaryReader} reads, in its order.
 *
 * <p>They ask again whether the articles are public: one may have been withdrawn since its number
 * was read.
 *
 * @param sql the text; its parameters are the articles' numbers and the reader's instant, then the
 *     numbers again for tags and for contributors
 * @param hasTags whether tags are read
 * @param hasContributors whether contributors are read
 */
record ArticleSummaryStatement(String sql, boolean hasTags, boolean hasContributors) {

  static final String ARTICLES =
      """
      select a.id, a.expire_at, a.type, a.kicker, a.title, a.subtitle, a.lead, a.excerpt, a.slug, a.lang,
        s.id, s.slug, s.title, s.path,
        f.id, f.slug, f.title, f.url, a.source_url,
        o.id, o.slug, o.title, o.url, a.original_source_url,
        a.image ->> 'url', a.image ->> 'alt', a.image ->> 'caption', a.image ->> 'credit',
        cast(a.image ->> 'width' as integer), cast(a.image ->> 'height' as integer),
        a.published_at, a.updated_at, a.reading_minutes, a.revision
      from article a join section s on s.id = a.section_id
        left join source f on f.id = a.source_id
        left join source o on o.id = a.original_source_id
      where a.id = any(?) and is_public(a.status, a.published_at, a.expire_at, ?)
      """;

  static final String TAGS =
      """
      select t.article_id, g.id, g.slug, g.title, g.type
      from article_tag t join tag g on g.id = t.tag_id
      where t.article_id = any(?) order by t.article_id, t.position
      """;

  static final String CONTRIBUTORS =
      """
      select c.article_id, p.id, p.slug, p.name, c.role
      from article_contributor c join contributor p on p.id = c.contributor_id
      where c.article_id = any(?) order by c.article_id, c.position
      """;

  private static final ArticleSummaryStatement FULL =
      new ArticleSummaryStatement(ARTICLES + ";" + TAGS + ";" + CONTRIBUTORS, true, true);
  private static final ArticleSummaryStatement WITH_TAGS =
      new ArticleSummaryStatement(ARTICLES + ";" + TAGS, true, false);
  private static final ArticleSummaryStatement WITH_CONTRIBUTORS =
      new ArticleSummaryStatement(ARTICLES + ";" + CONTRIBUTORS, false, true);
  private static final ArticleSummaryStatement ARTICLES_ALONE =
      new ArticleSummaryStatement(ARTICLES, false, false);

  /** What reads tags and contributors only where they are asked for. */
  static ArticleSummaryStatement of(Fields<?> fields) {
    if (fields.has("tags")) {
      return fields.has("contributors") ? FULL : WITH_TAGS;
    }
    return fields.has("contributors") ? WITH_CONTRIBUTORS : ARTICLES_ALONE;
  }
}
