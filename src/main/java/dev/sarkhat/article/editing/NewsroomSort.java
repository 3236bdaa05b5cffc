package dev.sarkhat.article.editing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The orders of the newsroom's lists. */
enum NewsroomSort {
  /** The latest save first. */
  @JsonProperty("-savedAt")
  LAST_SAVED("-savedAt"),
  /** What is due next first; only what has a publishing instant. */
  @JsonProperty("publishedAt")
  DUE_FIRST("publishedAt");

  private final String value;

  NewsroomSort(String value) {
    this.value = value;
  }

  /** The name in the API. */
  String value() {
    return value;
  }
}
