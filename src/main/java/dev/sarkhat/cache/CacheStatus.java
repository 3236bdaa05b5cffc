package dev.sarkhat.cache;

import io.vertx.core.http.HttpHeaders;

/** How the cache came to an answer, as the field {@code Cache-Status} tells it (RFC 9211). */
enum CacheStatus {
  /** It was kept. */
  HIT("hit"),
  /** It was not there. */
  MISS("fwd=uri-miss; stored"),
  /** Another request was rendering it. */
  JOINED("fwd=uri-miss; collapsed"),
  /** It had changed. */
  STALE("fwd=stale; stored"),
  /** It was not there or had changed, and what there is now is too long to be kept. */
  TOO_LONG("fwd=uri-miss; detail=too-long"),
  /** The request bears credentials, or changes cannot be followed just now. */
  BYPASS("fwd=bypass"),
  /** It may be old: the database cannot answer. */
  GRACE("hit; detail=stale-if-error");

  static final CharSequence FIELD = HttpHeaders.createOptimized("Cache-Status");

  private final CharSequence value;

  CacheStatus(String value) {
    this.value = HttpHeaders.createOptimized("Sarkhat; " + value);
  }

  CharSequence value() {
    return value;
  }
}
