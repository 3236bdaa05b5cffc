package dev.sarkhat.article.editing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleLifecycle;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an article stands at an instant: the stored status, and what its dates make of it. */
@Schema(name = "NewsroomStatus", description = "Where an article stands now.")
enum NewsroomStatus {
  /** Being written. */
  @JsonProperty("draft")
  DRAFT("draft"),
  /** Handed in, and waiting for an editor. */
  @JsonProperty("inReview")
  IN_REVIEW("inReview"),
  /** Public from an instant ahead. */
  @JsonProperty("scheduled")
  SCHEDULED("scheduled"),
  /** Public. */
  @JsonProperty("published")
  PUBLISHED("published"),
  /** Was public until its time had passed. */
  @JsonProperty("expired")
  EXPIRED("expired"),
  /** Was public, and has a tombstone in its place. */
  @JsonProperty("withdrawn")
  WITHDRAWN("withdrawn");

  private final String value;

  NewsroomStatus(String value) {
    this.value = value;
  }

  /** The name in the API. */
  String value() {
    return value;
  }

  static NewsroomStatus of(Article article, Instant now) {
    return of(article.lifecycle(), now);
  }

  static NewsroomStatus of(ArticleLifecycle lifecycle, Instant now) {
    return switch (lifecycle.status()) {
      case DRAFT -> DRAFT;
      case IN_REVIEW -> IN_REVIEW;
      case WITHDRAWN -> WITHDRAWN;
      case SCHEDULED, PUBLISHED -> {
        boolean ahead = lifecycle.publishedAt() != null && lifecycle.publishedAt().isAfter(now);
        boolean past = lifecycle.expireAt() != null && !lifecycle.expireAt().isAfter(now);
        yield ahead ? SCHEDULED : past ? EXPIRED : PUBLISHED;
      }
    };
  }

  /** Whether readers have been able to see it. */
  boolean wasPublic() {
    return this == PUBLISHED || this == EXPIRED || this == WITHDRAWN;
  }
}
