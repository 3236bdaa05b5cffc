package dev.sarkhat.cache;

import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
final class ContentCoding {

  static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
  static final CharSequence BROTLI = HttpHeaders.createOptimized("br");

  private ContentCoding() {}

  /** Whether the client takes gzip. Without the field it might, but few that can leave it out. */
  static boolean acceptsGzip(@Nullable String field) {
    return field != null && accepts(field, "gzip");
  }

  /** Whether the client takes Brotli (RFC 7932). */
  static boolean acceptsBrotli(@Nullable String field) {
    return field != null && accepts(field, "br");
  }

  private static boolean accepts(String field, String coding) {
    boolean any = false;
    int at = 0;
    while (at < field.length()) {
      int comma = field.indexOf(',', at);
      int end = comma < 0 ? field.length() : comma;
      int start = at;
      while (start < end && isSpace(field.charAt(start))) {
        start++;
      }
      if (names(field, start, end, coding)) {
        return isWanted(field, start, end);
      }
      if (names(field, start, end, "*")) {
        any = isWanted(field, start, end);
      }
      at = end + 1;
    }
    return any;
  }

  private static boolean names(String field, int start, int end, String coding) {
    int after = start + coding.length();
    return after <= end
        && field.regionMatches(true, start, coding, 0, coding.length())
        && (after == end || field.charAt(after) == ';' || isSpace(field.charAt(after)));
  }

  /** Whether the weight of an item is more than nothing. */
  private static boolean isWanted(String field, int start, int end) {
    int semicolon = field.indexOf(';', start);
    if (semicolon < 0 || semicolon >= end) {
      return true;
    }
    for (int i = semicolon; i < end; i++) {
      char c = field.charAt(i);
      if (c >= '1' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
