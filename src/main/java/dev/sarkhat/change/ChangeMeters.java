package dev.sarkhat.change;

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
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What operators see of how the log is followed. */
@Singleton
class ChangeMeters {

  private final MeterRegistry registry;
  private final Clock clock;
  private final Timer lag;
  private final Counter applied;
  private final Counter resets;
  private final Counter reconnects;

  @Inject
  ChangeMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.lag =
        Timer.builder("sarkhat.changes.lag")
            .description("From a change's commit until this process has heard of it")
            .register(registry);
    this.applied =
        Counter.builder("sarkhat.changes.applied")
            .description("Changes this process has heard of")
            .register(registry);
    this.resets =
        Counter.builder("sarkhat.changes.resets")
            .description("How often everything had to count as changed")
            .register(registry);
    this.reconnects =
        Counter.builder("sarkhat.changes.reconnects")
            .description("Connections to the change log that were lost")
            .register(registry);
  }

  /** Shows where the tailer stands. */
  void watch(LongSupplier number, Supplier<TailerState> state) {
    Gauge.builder("sarkhat.changes.number", number::getAsLong)
        .description("The last change this process has heard of")
        .register(registry);
    for (TailerState each : TailerState.values()) {
      Gauge.builder("sarkhat.changes.state", () -> state.get() == each ? 1 : 0)
          .description("1 for the state in which the change log is followed")
          .tag("state", each.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  void applied(List<Change> changes) {
    Instant now = clock.instant();
    for (Change change : changes) {
      Duration since = Duration.between(change.at(), now);
      // The database's clock may be a little ahead.
      lag.record(since.isNegative() ? Duration.ZERO : since);
    }
    applied.increment(changes.size());
  }

  void reset() {
    resets.increment();
  }

  void reconnected() {
    reconnects.increment();
  }
}
