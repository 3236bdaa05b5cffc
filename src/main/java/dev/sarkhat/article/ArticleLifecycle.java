package dev.sarkhat.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands on its way to the readers, with the instants that go with it.
 *
 * @param publishedAt the instant from which it is public; null for a draft that has none yet
 * @param expireAt the instant from which it is public no more
 * @param withdrawnAt when it was withdrawn
 * @param withdrawnReason what readers are told of that
 */
public record ArticleLifecycle(
    ArticleStatus status,
    @Nullable Instant publishedAt,
    @Nullable Instant expireAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnReason) {

  /** Holds the combinations that the database holds too. */
  public ArticleLifecycle {
    boolean dated = publishedAt != null;
    switch (status) {
      case SCHEDULED, PUBLISHED -> require(dated, "what is to be public has a publishing instant");
      case WITHDRAWN -> require(withdrawnAt != null, "what is withdrawn says when");
      case DRAFT, IN_REVIEW -> require(withdrawnAt == null, "a draft cannot be withdrawn");
    }
    require(
        expireAt == null || publishedAt == null || expireAt.isAfter(publishedAt),
        "an article expires after it is published");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
