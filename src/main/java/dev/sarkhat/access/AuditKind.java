package dev.sarkhat.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of things that the audit log tells of. */
enum AuditKind {
  /** An article. */
  @JsonProperty("article")
  ARTICLE("article"),
  /** A contributor. */
  @JsonProperty("contributor")
  CONTRIBUTOR("contributor"),
  /** Everything, as it was read at once. */
  @JsonProperty("export")
  EXPORT("export"),
  /** An import, with all that it brings. */
  @JsonProperty("import")
  IMPORT("import"),
  /** A key. */
  @JsonProperty("key")
  KEY("key"),
  /** A menu. */
  @JsonProperty("menu")
  MENU("menu"),
  /** Somebody who may come. */
  @JsonProperty("principal")
  PRINCIPAL("principal"),
  /** The search index. */
  @JsonProperty("searchIndex")
  SEARCH_INDEX("searchIndex"),
  /** A section. */
  @JsonProperty("section")
  SECTION("section"),
  /** A source. */
  @JsonProperty("source")
  SOURCE("source"),
  /** A tag. */
  @JsonProperty("tag")
  TAG("tag");

  private final String value;

  AuditKind(String value) {
    this.value = value;
  }

  /** The name in the API. */
  String value() {
    return value;
  }
}
