package dev.sarkhat.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;
import java.util.Set;

/** Where an article stands on its way to the readers. */
public enum ArticleStatus {
  /** Being written. */
  @JsonProperty("draft")
  DRAFT("draft"),
  /** Waiting for an editor. */
  @JsonProperty("inReview")
  IN_REVIEW("inReview"),
  /** Public from its publishing instant on, without anybody doing anything more. */
  @JsonProperty("scheduled")
  SCHEDULED("scheduled"),
  /** Public, unless it has expired. */
  @JsonProperty("published")
  PUBLISHED("published"),
  /** Was public and is no more; a tombstone stands in its place. */
  @JsonProperty("withdrawn")
  WITHDRAWN("withdrawn");

  /** What readers may see between its publishing and its expiry. */
  public static final Set<ArticleStatus> FOR_READERS = Set.of(SCHEDULED, PUBLISHED);

  @EnumeratedValue private final String value;

  ArticleStatus(String value) {
    this.value = value;
  }

  /** The name in the API and in the database. */
  public String value() {
    return value;
  }

  /** Whether readers may see it between its publishing and its expiry. */
  public boolean isForReaders() {
    return FOR_READERS.contains(this);
  }
}
