package dev.sarkhat.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sarkhat.search.index.SearchOrder;

/** The orders of what is found. */
enum SearchSort {
  /** What fits best first. */
  @JsonProperty("relevance")
  RELEVANCE("relevance", SearchOrder.RELEVANCE),
  /** The newest first. */
  @JsonProperty("-publishedAt")
  NEWEST("-publishedAt", SearchOrder.NEWEST);

  private final String value;
  private final SearchOrder order;

  SearchSort(String value, SearchOrder order) {
    this.value = value;
    this.order = order;
  }

  /** The name in the API. */
  String value() {
    return value;
  }

  SearchOrder order() {
    return order;
  }
}
