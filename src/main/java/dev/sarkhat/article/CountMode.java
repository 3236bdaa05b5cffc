package dev.sarkhat.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the whole list is counted. */
public enum CountMode {
  /** To the end, whatever it takes. */
  @JsonProperty("exact")
  EXACT("exact"),
  /** Up to {@link dev.sarkhat.paging.Total#CAP}. */
  @JsonProperty("capped")
  CAPPED("capped");

  private final String value;

  CountMode(String value) {
    this.value = value;
  }

  /** The name in the API. */
  public String value() {
    return value;
  }
}
