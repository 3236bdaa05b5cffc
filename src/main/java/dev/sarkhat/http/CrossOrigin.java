package dev.sarkhat.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Which pages of other sites may do what (Fetch standard, section 3.3). What is public is so to
 * pages of any site; the paths of editors and operators are open to the configured origins only.
 * Credentials travel in fields that a page sets itself, never in cookies, so none are allowed.
 */
@Singleton
class CrossOrigin {

  private static final CharSequence READ_METHODS =
      HttpHeaders.createOptimized("GET, HEAD, OPTIONS");
  private static final CharSequence EDIT_METHODS =
      HttpHeaders.createOptimized("GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE");
  private static final CharSequence EDIT_FIELDS =
      HttpHeaders.createOptimized(
          "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-API-Key");

  /** What a page of the newsroom may read besides the fields that the Fetch standard lists. */
  private static final CharSequence EDIT_EXPOSED =
      HttpHeaders.createOptimized(
          "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed,"
              + " WWW-Authenticate, Date");

  /** For what never changes: a day, in seconds; browsers shorten it to what they like. */
  private static final CharSequence DAY = HttpHeaders.createOptimized("86400");

  /** For what an operator may change. */
  private static final CharSequence TEN_MINUTES = HttpHeaders.createOptimized("600");

  private final Set<String> adminOrigins;

  @Inject
  CrossOrigin(HttpSettings settings) {
    adminOrigins = Set.copyOf(settings.adminOrigins().orElse(List.of()));
  }

  static boolean isPreflight(HttpServerRequest request) {
    return HttpMethod.OPTIONS.equals(request.method())
        && request.headers().contains(HttpHeaders.ORIGIN)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Allows the request's origin to read the answer, if it is a configured one. */
  void name(HttpServerRequest request, MultiMap headers) {
    headers.set(HttpHeaders.VARY, "Origin");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && adminOrigins.contains(origin)) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EDIT_EXPOSED);
    }
  }

  /**
   * Answers a preflight on an answer that already names who may read it; to an origin that it does
   * not name, the rest means nothing.
   */
  void answerPreflight(HttpServerResponse response, boolean restricted) {
    MultiMap headers = response.headers();
    headers.remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
    if (!restricted) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, READ_METHODS);
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
      headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY);
    } else if (headers.contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, EDIT_METHODS);
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, EDIT_FIELDS);
      headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
    }
    response.setStatusCode(204).end();
  }
}
