package dev.sarkhat.ingest;

import dev.sarkhat.text.Slug;

/** Slugs for things whose own slug is taken. */
final class NumberedSlug {

  private NumberedSlug() {}

  /** The slug with a number behind it, cut so that both have room. */
  static String of(String slug, int number) {
    String suffix = "-" + number;
    int room = Slug.MAXIMUM_LENGTH - suffix.length();
    int end = Math.min(slug.length(), room);
    if (end < slug.length() && Character.isHighSurrogate(slug.charAt(end - 1))) {
      end--;
    }
    while (end > 1 && slug.charAt(end - 1) == '-') {
      end--;
    }
    return slug.substring(0, end) + suffix;
  }
}
