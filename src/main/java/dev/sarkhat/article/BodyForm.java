package dev.sarkhat.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The forms in which a body is shown. */
public enum BodyForm {
  /** Clean HTML. */
  @JsonProperty("html")
  HTML("html"),
  /** Plain text. */
  @JsonProperty("text")
  TEXT("text"),
  /** Typed blocks. */
  @JsonProperty("blocks")
  BLOCKS("blocks");

  private final String value;

  BodyForm(String value) {
    this.value = value;
  }

  /** The name in the API. */
  public String value() {
    return value;
  }
}
