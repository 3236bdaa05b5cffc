package dev.sarkhat.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Dates of HTTP fields (RFC 9110, section 5.6.7), in the one form that is still written. */
final class HttpDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** The date in milliseconds since 1970, or the distant past if it is none. */
  static long parse(String text) {
    try {
      return ZonedDateTime.parse(text, FORM).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return Long.MIN_VALUE;
    }
  }

  static String format(long millis) {
    return FORM.format(Instant.ofEpochMilli(millis));
  }
}
