package dev.sarkhat.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Times the requests that were not answered from the cache. Quarkus' own meters would time the
 * others, too, at a cost that cached answers feel; the cache counts those by itself.
 */
@Singleton
class RequestMeters {

  /** Before the filters that can answer, so that no refusal is missed. */
  private static final int BEFORE_ANSWERS = StrictRequests.FIRST + 3;

  private final MeterRegistry registry;
  private final Map<Integer, Timer> byStatus = new ConcurrentHashMap<>();

  @Inject
  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void register(@Observes Filters filters) {
    filters.register(this::time, BEFORE_ANSWERS);
  }

  private void time(RoutingContext context) {
    long begin = System.nanoTime();
    context.addEndHandler(
        ended ->
            byStatus
                .computeIfAbsent(context.response().getStatusCode(), this::timer)
                .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS));
    context.next();
  }

  private Timer timer(int status) {
    return Timer.builder("http.server.requests")
        .description("Requests that were not answered from the cache")
        .tag("status", Integer.toString(status))
        .register(registry);
  }
}
