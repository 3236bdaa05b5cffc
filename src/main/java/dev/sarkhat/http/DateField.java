package dev.sarkhat.http;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of the {@code Date} field (RFC 9110, section 6.6.1), which caches reckon ages from. It
 * is written once a second, not once an answer.
 */
@Singleton
class DateField {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;

  /** The last value; threads that write it at once write the same. */
  private volatile @Nullable Written last;

  @Inject
  DateField(Clock clock) {
    this.clock = clock;
  }

  /** A value and the second that it tells. */
  private record Written(long second, CharSequence text) {}

  /** The value for an answer that is sent now. */
  CharSequence now() {
    long second = Math.floorDiv(clock.millis(), 1000L);
    Written written = last;
    if (written == null || written.second != second) {
      String text = FORMAT.format(Instant.ofEpochSecond(second));
      written = new Written(second, HttpHeaders.createOptimized(text));
      last = written;
    }
    return written.text;
  }
}
