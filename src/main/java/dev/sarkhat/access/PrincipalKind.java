package dev.sarkhat.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What comes with credentials. */
enum PrincipalKind {
  /** A program, or a group that shares one: it has keys. */
  @JsonProperty("application")
  APPLICATION("application"),
  /** A person: an OpenID Connect provider knows them. */
  @JsonProperty("person")
  PERSON("person");

  /** The kind's name in the database. */
  @EnumeratedValue final String value;

  PrincipalKind(String value) {
    this.value = value;
  }
}
