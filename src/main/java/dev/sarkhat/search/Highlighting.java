package dev.sarkhat.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it is shown where words were found. */
enum Highlighting {
  /** By {@code <mark>}, in text that is otherwise escaped for HTML. */
  @JsonProperty("html")
  HTML("html"),
  /** Not at all. */
  @JsonProperty("none")
  NONE("none");

  private final String value;

  Highlighting(String value) {
    this.value = value;
  }

  /** The name in the API. */
  String value() {
    return value;
  }
}
