package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What a limit says of one request.
 *
 * @param policy the limit's name
 * @param quota how many requests a minute it allows
 * @param granted whether it allows this one
 * @param remaining how many more it would allow at once
 * @param resetSeconds in how many seconds it allows all of them again
 * @param retrySeconds in how many seconds it allows the next one; 0 if it does now
 */
record Allowance(
    String policy,
    int quota,
    boolean granted,
    long remaining,
    long resetSeconds,
    long retrySeconds) {

  private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
  private static final CharSequence LEFT = HttpHeaders.createOptimized("RateLimit");

  /** Tells it in the fields of IETF draft-ietf-httpapi-ratelimit-headers, and when to go on. */
  void writeTo(MultiMap headers) {
    headers.set(POLICY, "\"" + policy + "\";q=" + quota + ";w=60");
    headers.set(LEFT, "\"" + policy + "\";r=" + remaining + ";t=" + resetSeconds);
    if (!granted) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retrySeconds));
    }
  }

  /** What whoever is not allowed to go on is told. */
  ProblemException problem() {
    return ProblemException.of(
        ProblemType.TOO_MANY_REQUESTS,
        "Too many requests: go on in "
            + retrySeconds
            + (retrySeconds == 1 ? " second." : " seconds."));
  }
}
