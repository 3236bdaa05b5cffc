package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a body is written in when it enters. */
public enum BodyFormat {
  /** HTML, whole or a fragment. */
  @JsonProperty("html")
  HTML,
  /** Plain text: a blank line parts paragraphs, a single line end is a line break. */
  @JsonProperty("text")
  TEXT,
  /** HTML if a tag or entity that HTML knows occurs, else plain text. */
  @JsonProperty("auto")
  AUTO
}
