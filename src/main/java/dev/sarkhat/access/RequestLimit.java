package dev.sarkhat.access;

import dev.sarkhat.http.RoutedProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Counts the requests of each address that the cache has not answered. */
@Singleton
class RequestLimit {

  /** Behind both looks of the cache (20,000 and 250), before authentication (200). */
  private static final int BEHIND_CACHE = 240;

  private static final String API = "/v1/";

  private final RateLimits limits;
  private final RoutedProblems problems;

  @Inject
  RequestLimit(RateLimits limits, RoutedProblems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::count, BEHIND_CACHE);
  }

  private void count(RoutingContext context) {
    if (!context.normalizedPath().startsWith(API)
        || limits.isUnlimited(RateLimits.address(context))) {
      context.next();
      return;
    }
    Allowance allowance = limits.perAddress().take(RateLimits.block(context));
    if (allowance.granted()) {
      context.next();
    } else {
      allowance.writeTo(context.response().headers());
      problems.answer(context, allowance.problem());
    }
  }
}
