package dev.sarkhat.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What kind of piece an article is. */
public enum ArticleType {
  /** What happened. */
  @JsonProperty("news")
  NEWS("news"),
  /** What happened, gathered at length. */
  @JsonProperty("report")
  REPORT("report"),
  /** Questions and answers. */
  @JsonProperty("interview")
  INTERVIEW("interview"),
  /** What it means. */
  @JsonProperty("analysis")
  ANALYSIS("analysis"),
  /** What its author thinks of it. */
  @JsonProperty("opinion")
  OPINION("opinion"),
  /** What the newsroom thinks of it. */
  @JsonProperty("editorial")
  EDITORIAL("editorial"),
  /** How it works, for readers who come late. */
  @JsonProperty("explainer")
  EXPLAINER("explainer"),
  /** Told in pictures. */
  @JsonProperty("photo")
  PHOTO("photo"),
  /** Told in a film. */
  @JsonProperty("video")
  VIDEO("video"),
  /** Told in sound. */
  @JsonProperty("podcast")
  PODCAST("podcast"),
  /** Told as it goes on. */
  @JsonProperty("live")
  LIVE("live");

  @EnumeratedValue private final String value;

  ArticleType(String value) {
    this.value = value;
  }

  /** The name in the API and in the database. */
  public String value() {
    return value;
  }
}
