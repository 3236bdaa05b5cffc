package dev.sarkhat.cache;

import io.vertx.core.http.HttpHeaders;

/**
 * The fields of an answer that changes by itself: others do not outlive that instant.
 *
 * @param seconds the time that is left
 * @param cacheControl the field {@code Cache-Control}
 * @param targeted the fields for shared caches alone
 */
record RemainingFreshness(long seconds, CharSequence cacheControl, CharSequence targeted) {

  static RemainingFreshness of(Freshness freshness, long seconds) {
    Freshness left = freshness.until(seconds);
    return new RemainingFreshness(
        seconds,
        HttpHeaders.createOptimized(left.cacheControl()),
        HttpHeaders.createOptimized(left.targeted()));
  }
}
