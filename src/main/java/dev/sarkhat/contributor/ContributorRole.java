package dev.sarkhat.contributor;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What somebody does, or did for one article. */
public enum ContributorRole {
  /** Wrote or gathered it. */
  @JsonProperty("reporter")
  REPORTER("reporter"),
  /** Edited it. */
  @JsonProperty("editor")
  EDITOR("editor"),
  /** Translated it. */
  @JsonProperty("translator")
  TRANSLATOR("translator"),
  /** Took its pictures. */
  @JsonProperty("photographer")
  PHOTOGRAPHER("photographer"),
  /** Writes opinion under their own name. */
  @JsonProperty("columnist")
  COLUMNIST("columnist");

  @EnumeratedValue private final String value;

  ContributorRole(String value) {
    this.value = value;
  }

  /** The name in the API and in the database. */
  public String value() {
    return value;
  }
}
