package dev.sarkhat.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates of HTTP fields (RFC 9110, section 5.6.7), in the one form that is still written. */
public final class HttpDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** A date in milliseconds since 1970, or {@link Long#MIN_VALUE} if the text is none. */
  public static long parse(String text) {
    try {
      return ZonedDateTime.parse(text, FORM).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return Long.MIN_VALUE;
    }
  }

  /**
   * Writes a date.
   *
   * @param millis in milliseconds since 1970; what is less than a second is left out
   */
  public static String format(long millis) {
    return FORM.format(Instant.ofEpochMilli(millis));
  }
}
