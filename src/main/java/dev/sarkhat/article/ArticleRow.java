package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.source.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list reads of one article: everything but its body, with its section and sources. */
record ArticleRow(
    long id,
    int revision,
    ArticleType type,
    String lang,
    @Nullable String kicker,
    String title,
    @Nullable String subtitle,
    @Nullable String lead,
    @Nullable String excerpt,
    String slug,
    long sectionId,
    String sectionSlug,
    String sectionTitle,
    String sectionPath,
    @Nullable Long sourceId,
    @Nullable String sourceSlug,
    @Nullable String sourceTitle,
    @Nullable String sourceOwnUrl,
    @Nullable String sourceUrl,
    @Nullable Long originalSourceId,
    @Nullable String originalSourceSlug,
    @Nullable String originalSourceTitle,
    @Nullable String originalSourceOwnUrl,
    @Nullable String originalSourceUrl,
    @Nullable Image image,
    Instant publishedAt,
    @Nullable Instant expireAt,
    Instant updatedAt,
    int readingMinutes) {

  /**
   * Reads the rows of some articles, with their section and sources, in one statement. It asks
   * again whether they are public: one may have been withdrawn since its number was read. The
   * numbers are one array: a list of parameters would have Hibernate translate the query each time.
   */
  static final String QUERY =
      """
      select new dev.sarkhat.article.ArticleRow(
        a.id, a.revision, a.type, a.lang, a.kicker, a.title, a.subtitle, a.lead, a.excerpt, a.slug,
        s.id, s.slug, s.title, s.path,
        f.id, f.slug, f.title, f.url, a.sourceUrl,
        o.id, o.slug, o.title, o.url, a.originalSourceUrl,
        a.image, a.publishedAt, a.expireAt, a.updatedAt, a.readingMinutes)
      from Article a join a.section s left join a.source f left join a.originalSource o
      where cast(sql('? = any(?)', a.id, :ids) as Boolean)
        and cast(function('is_public', a.status, a.publishedAt, a.expireAt, :asOf) as Boolean)
      """;

  @Nullable SourceRef source(Rendering rendering) {
    return sourceId == null || sourceSlug == null || sourceTitle == null
        ? null
        : SourceRef.of(sourceId, sourceSlug, sourceTitle, sourceOwnUrl, rendering);
  }

  @Nullable SourceRef originalSource(Rendering rendering) {
    return originalSourceId == null || originalSourceSlug == null || originalSourceTitle == null
        ? null
        : SourceRef.of(
            originalSourceId,
            originalSourceSlug,
            originalSourceTitle,
            originalSourceOwnUrl,
            rendering);
  }
}
