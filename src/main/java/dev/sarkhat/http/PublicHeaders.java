package dev.sarkhat.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The header fields that every public answer bears, whoever sends it. They do not depend on the
 * request: an echoed origin would keep shared caches from serving one copy to all.
 */
@Singleton
public class PublicHeaders {

  /** The field that says what an answer, opened as a page, may load and run. */
  public static final CharSequence CONTENT_SECURITY_POLICY =
      HttpHeaders.createOptimized("Content-Security-Policy");

  /** What a page of another site may read besides the fields that the Fetch standard lists. */
  static final CharSequence EXPOSED =
      HttpHeaders.createOptimized(
          "ETag, Link, Retry-After, Cache-Status, Last-Modified, Age, Date");

  /** Names and values in turn. */
  private static final CharSequence[] SECURITY = {
    // A browser takes no answer for anything but the type it names.
    HttpHeaders.createOptimized("X-Content-Type-Options"),
    HttpHeaders.createOptimized("nosniff"),
    // Nothing of an answer that is opened as a page runs, loads or stands in a frame.
    CONTENT_SECURITY_POLICY,
    HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'"),
    HttpHeaders.createOptimized("Referrer-Policy"),
    HttpHeaders.createOptimized("no-referrer")
  };

  private static final CharSequence[] CROSS_ORIGIN = {
    HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
    HttpHeaders.createOptimized("*"),
    HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
    EXPOSED
  };

  private final DateField date;

  @Inject
  PublicHeaders(DateField date) {
    this.date = date;
  }

  /** Adds the fields, {@code Date} among them, to an answer that bears none of them yet. */
  public void addTo(MultiMap headers) {
    addSecurityTo(headers);
    add(headers, CROSS_ORIGIN);
  }

  /** Adds those fields that say nothing of who may read the answer. */
  void addSecurityTo(MultiMap headers) {
    add(headers, SECURITY);
    headers.add(HttpHeaders.DATE, date.now());
  }

  private static void add(MultiMap headers, CharSequence[] fields) {
    for (int i = 0; i < fields.length; i += 2) {
      headers.add(fields[i], fields[i + 1]);
    }
  }
}
