package dev.sarkhat.search;

import dev.sarkhat.change.Change;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** What operators see of search. */
@Singleton
class SearchMeters {

  private final MeterRegistry registry;
  private final Clock clock;
  private final Timer lag;
  private final Timer searches;
  private final Counter changes;
  private final Counter builds;
  private final Counter failures;

  @Inject
  SearchMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.lag =
        Timer.builder("sarkhat.search.lag")
            .description("From a change's commit until searches find it")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    this.searches =
        Timer.builder("sarkhat.search.searches")
            .description("What the index takes for a search")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    this.changes =
        Counter.builder("sarkhat.search.changes")
            .description("Changes the index has taken over")
            .register(registry);
    this.builds =
        Counter.builder("sarkhat.search.builds")
            .description("How often the index was built anew")
            .register(registry);
    this.failures =
        Counter.builder("sarkhat.search.failures")
            .description("How often the index could not be written or the database not be read")
            .register(registry);
  }

  /** Shows where the index stands. */
  void watch(LongSupplier number, LongSupplier building) {
    Gauge.builder("sarkhat.search.number", number::getAsLong)
        .description("The last change that searches know of")
        .register(registry);
    Gauge.builder("sarkhat.search.building", building::getAsLong)
        .description("Articles in the index that is being built; -1 if none is")
        .register(registry);
  }

  void applied(List<Change> applied) {
    Instant now = clock.instant();
    for (Change change : applied) {
      Duration since = Duration.between(change.at(), now);
      // The database's clock may be a little ahead.
      lag.record(since.isNegative() ? Duration.ZERO : since);
    }
    changes.increment(applied.size());
  }

  void searched(long nanos) {
    searches.record(Duration.ofNanos(nanos));
  }

  void building() {
    builds.increment();
  }

  void failed() {
    failures.increment();
  }
}
