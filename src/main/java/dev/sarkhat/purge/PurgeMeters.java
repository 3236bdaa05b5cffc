package dev.sarkhat.purge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What operators see of one target at {@code /metrics}. */
final class PurgeMeters {

  private final Clock clock;
  private final Counter accepted;
  private final Counter failed;
  private final Counter everything;
  private volatile boolean leading;
  private volatile long position;
  private volatile @Nullable Instant oldest;

  PurgeMeters(MeterRegistry registry, String target, Clock clock) {
    this.clock = clock;
    Tags tags = Tags.of("target", target);
    accepted = purges("accepted", tags, registry);
    failed = purges("failed", tags, registry);
    everything =
        Counter.builder("sarkhat.purge.everything")
            .description("Purges of everything that were accepted")
            .tags(tags)
            .register(registry);
    Gauge.builder("sarkhat.purge.leader", () -> leading ? 1 : 0)
        .description("Whether this node purges the target; one node does")
        .tags(tags)
        .register(registry);
    Gauge.builder("sarkhat.purge.position", () -> leading ? position : Double.NaN)
        .description("The last change whose purge the network has accepted")
        .tags(tags)
        .register(registry);
    TimeGauge.builder("sarkhat.purge.lag", this::lagMillis, TimeUnit.MILLISECONDS)
        .description("How long the oldest change has waited for its purge")
        .tags(tags)
        .register(registry);
  }

  private static Counter purges(String outcome, Tags tags, MeterRegistry registry) {
    return Counter.builder("sarkhat.purge.purges")
        .description("Purges by what became of them")
        .tags(tags.and("outcome", outcome))
        .register(registry);
  }

  private double lagMillis() {
    Instant since = oldest;
    if (!leading) {
      return Double.NaN;
    }
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis());
  }

  /** Another node purges the target. */
  void follows() {
    leading = false;
    oldest = null;
  }

  /** A change, or everything, waits since then. */
  void waits(Instant since) {
    leading = true;
    oldest = since;
  }

  /** Nothing waits. */
  void caughtUp(long number) {
    leading = true;
    position = number;
    oldest = null;
  }

  /** The network has accepted. */
  void accepted(Purge purge) {
    accepted.increment();
    if (purge instanceof Purge.Everything) {
      everything.increment();
    }
  }

  /** The network has not. */
  void failed() {
    failed.increment();
  }

  /** When what waits began to wait, if anything does. */
  @Nullable Instant waitingSince() {
    return oldest;
  }
}
