package dev.sarkhat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One limit, for each of those who are counted apart.
 *
 * <p>Whoever has not been heard of for a minute has a full bucket and is forgotten. Of more than a
 * hundred thousand, those are forgotten who ask least; then a flood from as many addresses is not
 * held up here, but neither does it fill the memory.
 *
 * @param <K> what tells them apart
 */
final class RateLimit<K> {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST = 100_000;

  private final String policy;
  private final int quota;
  private final TimeMeter time;
  private final Cache<K, Bucket> buckets;

  /**
   * A limit.
   *
   * @param policy its name, for the answers
   * @param quota how many requests a minute it allows
   * @param nanoTime the time, as of {@link System#nanoTime}
   */
  RateLimit(String policy, int quota, LongSupplier nanoTime) {
    this.policy = policy;
    this.quota = quota;
    this.time = new NanoTime(nanoTime);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(WINDOW.plusSeconds(1))
            .ticker(nanoTime::getAsLong)
            .build();
  }

  /** Counts a request. */
  Allowance take(K who) {
    ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
    return allowance(
        probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
  }

  /** Whether nothing is left; counts nothing. */
  boolean isExhausted(K who) {
    Bucket bucket = buckets.getIfPresent(who);
    return bucket != null && bucket.getAvailableTokens() <= 0;
  }

  /** What a request is told that may not go on; counts nothing. */
  Allowance refusal(K who) {
    EstimationProbe probe = bucket(who).estimateAbilityToConsume(1);
    return allowance(false, probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
  }

  /** How many are counted apart now, about. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  /** What is left to somebody. */
  Bucket bucket(K who) {
    return buckets.get(
        who,
        unknown ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(time)
                .build());
  }

  private Allowance allowance(boolean granted, long remaining, long nanosToNext) {
    long missing = quota - remaining;
    return new Allowance(
        policy,
        quota,
        granted,
        Math.max(0, remaining),
        -Math.floorDiv(-missing * WINDOW.toSeconds(), quota),
        granted ? 0 : Math.max(1, seconds(nanosToNext)));
  }

  private static long seconds(long nanos) {
    return -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1));
  }

  /** Time that does not jump. */
  private record NanoTime(LongSupplier source) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return source.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
