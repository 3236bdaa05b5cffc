package dev.sarkhat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The header fields of every answer. All of them are public and read only, so a page of any site
 * may read them (Fetch standard, section 3.3); the origin is a constant, for an echoed one would
 * keep shared caches from serving one copy to all.
 */
@Singleton
class PublicHeaders {

  /** Before the requests are checked: refusals bear the fields, too. */
  private static final int BEFORE_ALL = StrictRequests.FIRST + 1;

  void register(@Observes Filters filters) {
    filters.register(PublicHeaders::add, BEFORE_ALL);
  }

  private static void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("X-Content-Type-Options", "nosniff");
    if (HttpMethod.OPTIONS.equals(context.request().method())) {
      headers.set("Access-Control-Allow-Headers", "*");
    } else {
      headers.set("Access-Control-Expose-Headers", "Link, Retry-After");
    }
    context.next();
  }
}
