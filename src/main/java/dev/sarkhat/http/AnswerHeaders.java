package dev.sarkhat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Sets, before anything can answer, the header fields that answers under a path have in common. */
@Singleton
class AnswerHeaders {

  /** Before the requests are checked: refusals bear the fields, too. */
  private static final int BEFORE_ALL = StrictRequests.FIRST + 2;

  /**
   * The page at {@code /docs} is scripts and styles of its own, some of them in the page itself. It
   * may speak to this server only.
   */
  private static final CharSequence PAGE_POLICY =
      HttpHeaders.createOptimized(
          "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'none'");

  private final PublicHeaders publicHeaders;
  private final CrossOrigin crossOrigin;

  @Inject
  AnswerHeaders(PublicHeaders publicHeaders, CrossOrigin crossOrigin) {
    this.publicHeaders = publicHeaders;
    this.crossOrigin = crossOrigin;
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, BEFORE_ALL);
  }

  private void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    String path = path(context);
    boolean forOperators = isBelow(path, "/health") || isBelow(path, "/metrics");
    boolean restricted = forOperators || isBelow(path, "/v1/admin");
    if (restricted) {
      publicHeaders.addSecurityTo(headers);
      crossOrigin.name(context.request(), headers);
    } else {
      publicHeaders.addTo(headers);
    }
    if (isBelow(path, "/docs")) {
      headers.set(PublicHeaders.CONTENT_SECURITY_POLICY, PAGE_POLICY);
    } else if (forOperators) {
      headers.set(HttpHeaders.CACHE_CONTROL, RoutedProblems.NO_STORE);
    }
    if (CrossOrigin.isPreflight(context.request())) {
      crossOrigin.answerPreflight(context.response(), restricted);
    } else {
      context.next();
    }
  }

  /** As the router reads it: an escaped letter in a path does not make it another's. */
  private static String path(RoutingContext context) {
    try {
      return context.normalizedPath();
    } catch (IllegalArgumentException e) {
      // It holds a broken escape and is about to be refused.
      return "/";
    }
  }

  private static boolean isBelow(String path, String top) {
    return path.startsWith(top)
        && (path.length() == top.length() || path.charAt(top.length()) == '/');
  }
}
