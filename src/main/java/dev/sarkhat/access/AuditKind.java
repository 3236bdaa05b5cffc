package dev.sarkhat.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of things that the audit log tells of. */
enum AuditKind {
  /** An article. */
  ARTICLE("article"),
  /** A contributor. */
  CONTRIBUTOR("contributor"),
  /** Everything, as it was read at once. */
  EXPORT("export"),
  /** An import, with all that it brings. */
  IMPORT("import"),
  /** A key. */
  KEY("key"),
  /** A menu. */
  MENU("menu"),
  /** Somebody who may come. */
  PRINCIPAL("principal"),
  /** A section. */
  SECTION("section"),
  /** A source. */
  SOURCE("source"),
  /** A tag. */
  TAG("tag");

  private final String value;

  AuditKind(String value) {
    this.value = value;
  }

  /** The name in the API. */
  @JsonValue
  String value() {
    return value;
  }
}
