package dev.sarkhat.tag;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What a tag names. */
public enum TagType {
  /** A subject. */
  @JsonProperty("topic")
  TOPIC("topic"),
  /** Somebody. */
  @JsonProperty("person")
  PERSON("person"),
  /** A country, a town, a region. */
  @JsonProperty("place")
  PLACE("place"),
  /** A company, a party, a club. */
  @JsonProperty("organisation")
  ORGANISATION("organisation"),
  /** Something that happens at a time. */
  @JsonProperty("event")
  EVENT("event");

  @EnumeratedValue private final String value;

  TagType(String value) {
    this.value = value;
  }

  /** The name in the API and in the database. */
  public String value() {
    return value;
  }
}
