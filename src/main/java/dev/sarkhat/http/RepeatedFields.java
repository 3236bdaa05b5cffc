package dev.sarkhat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Joins the lines of {@code If-Match}: a field that is a list may be cut into several (RFC 9110,
 * section 5.3), and whoever reads it later is given the first alone.
 */
@Singleton
class RepeatedFields {

  /** Behind the cache, which answers no changes; before everything that reads the field. */
  private static final int BEHIND_CACHE = 230;

  void register(@Observes Filters filters) {
    filters.register(RepeatedFields::join, BEHIND_CACHE);
  }

  private static void join(RoutingContext context) {
    List<String> lines = context.request().headers().getAll(HttpHeaders.IF_MATCH);
    if (lines.size() > 1) {
      context.request().headers().set(HttpHeaders.IF_MATCH, String.join(", ", lines));
    }
    context.next();
  }
}
