package dev.sarkhat.article.editing;

import dev.sarkhat.access.PrincipalRef;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the newsroom's list, as it is read. */
record NewsroomRow(
    long id,
    int revision,
    String status,
    String type,
    String lang,
    String title,
    String section,
    @Nullable Instant publishedAt,
    @Nullable Instant expireAt,
    @Nullable Instant embargoUntil,
    @Nullable Instant approvedAt,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant savedAt,
    @Nullable Long savedBy,
    @Nullable Instant withdrawnAt) {

  /** The columns, in the order of the components. */
  static final String COLUMNS =
      """
      a.id, a.revision, a.status, a.type, a.lang, a.title, s.slug, a.published_at, a.expire_at,
      a.embargo_until, a.approved_at, a.created_at, a.created_by, a.saved_at, a.saved_by, a.withdrawn_at
      """;

  static NewsroomRow of(Object[] columns) {
    return new NewsroomRow(
        ((Number) columns[0]).longValue(),
        ((Number) columns[1]).intValue(),
        (String) columns[2],
        (String) columns[3],
        (String) columns[4],
        (String) columns[5],
        (String) columns[6],
        (Instant) columns[7],
        (Instant) columns[8],
        (Instant) columns[9],
        (Instant) columns[10],
        (Instant) columns[11],
        number(columns[12]),
        (Instant) columns[13],
        number(columns[14]),
        (Instant) columns[15]);
  }

  private static @Nullable Long number(@Nullable Object column) {
    return column == null ? null : Long.valueOf(((Number) column).longValue());
  }

  /** What the row is sorted by. */
  Instant at(NewsroomSort sort) {
    return switch (sort) {
      case LAST_SAVED -> savedAt;
      case DUE_FIRST -> Objects.requireNonNull(publishedAt);
    };
  }

  NewsroomArticleSummary summary(Map<Long, PrincipalRef> names, Instant now) {
    ArticleStatus stored = constant(ArticleStatus.values(), status);
    return new NewsroomArticleSummary(
        id,
        revision,
        NewsroomStatus.of(
            new ArticleLifecycle(stored, publishedAt, expireAt, withdrawnAt, null), now),
        constant(ArticleType.values(), type),
        lang,
        title,
        section,
        publishedAt,
        expireAt,
        embargoUntil,
        approvedAt,
        createdAt,
        names.get(createdBy),
        savedAt,
        names.get(savedBy));
  }

  private static ArticleStatus constant(ArticleStatus[] statuses, String value) {
    return Arrays.stream(statuses)
        .filter(each -> each.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static ArticleType constant(ArticleType[] types, String value) {
    return Arrays.stream(types)
        .filter(each -> each.value().equals(value))
        .findFirst()
        .orElseThrow();
  }
}
