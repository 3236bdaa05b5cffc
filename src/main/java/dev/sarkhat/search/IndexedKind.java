package dev.sarkhat.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sarkhat.change.EntityKind;

/** What the index holds. */
enum IndexedKind {
  @JsonProperty("article")
  ARTICLE("article", EntityKind.ARTICLE),
  @JsonProperty("section")
  SECTION("section", EntityKind.SECTION),
  @JsonProperty("tag")
  TAG("tag", EntityKind.TAG),
  @JsonProperty("source")
  SOURCE("source", EntityKind.SOURCE),
  @JsonProperty("contributor")
  CONTRIBUTOR("contributor", EntityKind.CONTRIBUTOR);

  private final String value;
  private final EntityKind entity;

  IndexedKind(String value, EntityKind entity) {
    this.value = value;
    this.entity = entity;
  }

  /** The name in the API. */
  String value() {
    return value;
  }

  EntityKind entity() {
    return entity;
  }
}
