package dev.sarkhat.access;

/** What somebody is in the newsroom. Each role may do what those before it may. */
public enum Role {
  /** Reads everything in its sections, published or not. */
  READER("reader"),
  /** Writes, and submits what it has written. */
  REPORTER("reporter"),
  /** Edits everything in its sections, and decides what is public. */
  EDITOR("editor"),
  /** Builds the house: sections, people, keys. */
  ADMIN("admin");

  private final String value;

  Role(String value) {
    this.value = value;
  }

  /** The role's name in the API and in the database. */
  public String value() {
    return value;
  }

  /** Whether this role may do what the other may. */
  boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  static Role of(String value) {
    for (Role role : values()) {
      if (role.value.equals(value)) {
        return role;
      }
    }
    throw new IllegalArgumentException(value + " is no role");
  }
}
