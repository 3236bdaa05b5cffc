package dev.sarkhat.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The orders in which articles are listed. Equal instants are ordered by number. */
enum ArticleSort {
  /** Newest first. */
  @JsonProperty("-publishedAt")
  NEWEST("-publishedAt"),
  /** Oldest first. */
  @JsonProperty("publishedAt")
  OLDEST("publishedAt"),
  /** Last changed first. */
  @JsonProperty("-updatedAt")
  LAST_UPDATED("-updatedAt");

  private final String value;

  ArticleSort(String value) {
    this.value = value;
  }

  /** The name in the API. */
  String value() {
    return value;
  }
}
