package dev.sarkhat.cache;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One rendering of an answer, from before its first SQL statement until the answer is finished. */
final class Load {

  private static final String NAME = Load.class.getName();

  private final CachedResource resource;
  private final @Nullable String key;
  private final long startEpoch;
  private final Instant asOf;
  private final Runnable whenEnded;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final long startedNanos = System.nanoTime();

  /**
   * Begins.
   *
   * @param key under which the answer is kept; null if it is not to be kept
   * @param startEpoch the epoch of {@link Validity} now
   * @param asOf the reader's instant, read after the epoch
   * @param whenEnded is run once, however the rendering ends
   */
  Load(
      CachedResource resource,
      @Nullable String key,
      long startEpoch,
      Instant asOf,
      Runnable whenEnded) {
    this.resource = resource;
    this.key = key;
    this.startEpoch = startEpoch;
    this.asOf = asOf;
    this.whenEnded = whenEnded;
  }

  /** The rendering that the request waits for; null if its answer is not of the cache's kind. */
  static @Nullable Load of(RoutingContext context) {
    return context.get(NAME);
  }

  /** Ends the rendering that the request waits for, if there is one. */
  static void endOf(RoutingContext context) {
    Load load = of(context);
    if (load != null) {
      load.end();
    }
  }

  void attach(RoutingContext context) {
    context.put(NAME, this);
  }

  CachePolicy policy() {
    return resource.policy();
  }

  AnswerChoice choice() {
    return resource.choice();
  }

  @Nullable String key() {
    return key;
  }

  long startEpoch() {
    return startEpoch;
  }

  Instant asOf() {
    return asOf;
  }

  long elapsedNanos() {
    return System.nanoTime() - startedNanos;
  }

  void end() {
    if (ended.compareAndSet(false, true)) {
      whenEnded.run();
    }
  }
}
