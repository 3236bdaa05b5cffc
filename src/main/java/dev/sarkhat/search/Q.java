package dev.sarkhat.search;

import dev.sarkhat.http.Parameters;
import org.jspecify.annotations.Nullable;

/** The parameter {@code q}: what somebody typed. */
final class Q {

  private Q() {}

  /**
   * What was typed.
   *
   * @param longest how long it may be, in UTF-16 code units
   * @throws dev.sarkhat.http.ProblemException if it is missing or too long
   */
  static String read(@Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw Parameters.invalid("q", "It says what is looked for and must not be missing or empty.");
    }
    if (value.length() > longest) {
      throw Parameters.invalid("q", "It may have up to " + longest + " characters.");
    }
    return value;
  }
}
