package dev.sarkhat.access;

import org.jspecify.annotations.Nullable;

/** Whoever may come to the newsroom. */
enum Somebody {
  WITHOUT_KEY(null, Place.NOWHERE),
  WITH_A_WRONG_KEY(null, Place.NOWHERE),
  WITH_THE_FIRST_KEY(Role.ADMIN, Place.EVERYWHERE),
  WITHOUT_ROLE(null, Place.NOWHERE),
  READER_HERE(Role.READER, Place.HERE),
  REPORTER_HERE(Role.REPORTER, Place.HERE),
  EDITOR_HERE(Role.EDITOR, Place.HERE),
  READER_ABOVE(Role.READER, Place.ABOVE),
  REPORTER_ABOVE(Role.REPORTER, Place.ABOVE),
  EDITOR_BELOW(Role.EDITOR, Place.BELOW),
  READER_ELSEWHERE(Role.READER, Place.ELSEWHERE),
  REPORTER_ELSEWHERE(Role.REPORTER, Place.ELSEWHERE),
  EDITOR_ELSEWHERE(Role.EDITOR, Place.ELSEWHERE),
  READER_EVERYWHERE(Role.READER, Place.EVERYWHERE),
  EDITOR_EVERYWHERE(Role.EDITOR, Place.EVERYWHERE),
  ADMIN(Role.ADMIN, Place.EVERYWHERE);

  /** Where a role is held, as seen from the section that something stands in. */
  enum Place {
    NOWHERE,
    HERE,
    ABOVE,
    BELOW,
    ELSEWHERE,
    EVERYWHERE
  }

  final @Nullable Role role;
  final Place place;

  Somebody(@Nullable Role role, Place place) {
    this.role = role;
    this.place = place;
  }

  boolean isKnown() {
    return this != WITHOUT_KEY && this != WITH_A_WRONG_KEY;
  }

  boolean hasAnywhere(Role least) {
    return role != null && role.covers(least);
  }

  boolean hasHere(Role least) {
    return hasAnywhere(least)
        && (place == Place.HERE || place == Place.ABOVE || place == Place.EVERYWHERE);
  }

  boolean hasEverywhere(Role least) {
    return hasAnywhere(least) && place == Place.EVERYWHERE;
  }
}
