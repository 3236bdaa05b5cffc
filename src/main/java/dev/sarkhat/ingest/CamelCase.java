package dev.sarkhat.ingest;

import java.util.Locale;

/** The names of constants, as the API writes names. */
final class CamelCase {

  private CamelCase() {}

  /** For {@code LINES_READ} it is {@code linesRead}. */
  static String of(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
