package dev.sarkhat.cache;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What operators see of the cache. Counting a hit costs one addition. */
@Singleton
class CacheMetrics {

  /** Answers given from the cache. */
  final LongAdder hits = new LongAdder();

  /** Requests for which the cache held nothing current. */
  final LongAdder misses = new LongAdder();

  /** Renderings begun. */
  final LongAdder loads = new LongAdder();

  /** Requests that waited for another's rendering. */
  final LongAdder joins = new LongAdder();

  /** Requests refused, for too many were rendering or waiting. */
  final LongAdder rejected = new LongAdder();

  /** Old answers given because the database could not answer. */
  final LongAdder graces = new LongAdder();

  /** Requests that went past the cache: with credentials, or while changes cannot be followed. */
  final LongAdder bypasses = new LongAdder();

  private final LongAdder evictions = new LongAdder();
  private final MeterRegistry registry;
  private final Timer ages;
  private final Timer renderings;

  @Inject
  CacheMetrics(MeterRegistry registry) {
    this.registry = registry;
    count("hits", "Answers given from the cache", hits);
    count("misses", "Requests for which the cache held nothing current", misses);
    count("loads", "Renderings begun", loads);
    count("joins", "Requests that waited for the rendering of another", joins);
    count("rejected", "Requests refused because too many were rendering or waiting", rejected);
    count("graces", "Old answers given because the database could not answer", graces);
    count("bypasses", "Requests that went past the cache", bypasses);
    count("evictions", "Answers that made room for others", evictions);
    this.ages =
        Timer.builder("sarkhat.cache.age")
            .description("Age of answers when they were replaced")
            .register(registry);
    this.renderings =
        Timer.builder("sarkhat.cache.load")
            .description("Time that renderings took")
            .register(registry);
  }

  private void count(String name, String description, LongAdder counter) {
    FunctionCounter.builder("sarkhat.cache." + name, counter, LongAdder::sum)
        .description(description)
        .register(registry);
  }

  void observe(Cache<String, Answer> answers, Cache<String, Answer> absences) {
    Gauge.builder("sarkhat.cache.entries", answers, Cache::estimatedSize)
        .description("Answers in the cache")
        .register(registry);
    Gauge.builder("sarkhat.cache.absences", absences, Cache::estimatedSize)
        .description("Absences (404, 410) in the cache")
        .register(registry);
    Gauge.builder("sarkhat.cache.bytes", answers, CacheMetrics::bytes)
        .description("Heap that the answers in the cache take")
        .baseUnit("bytes")
        .register(registry);
  }

  void observe(Validity validity) {
    FunctionCounter.builder("sarkhat.cache.invalidations", validity, Validity::epoch)
        .description("Times that the cache heard of changes")
        .register(registry);
  }

  private static double bytes(Cache<String, Answer> answers) {
    return answers
        .policy()
        .eviction()
        .map(eviction -> eviction.weightedSize().orElse(0))
        .orElse(0L);
  }

  void evicted() {
    evictions.increment();
  }

  void replaced(long ageMillis) {
    ages.record(Duration.ofMillis(Math.max(0, ageMillis)));
  }

  void rendered(long nanos) {
    renderings.record(Duration.ofNanos(nanos));
  }
}
