package dev.sarkhat.purge;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long after each, with a random part, so that several
 * who failed together do not come back together.
 */
final class RetrySchedule {

  /** What a network may ask for at most, so that a slip of its own does not silence the purger. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(15);

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  /**
   * @param first after the first failure
   * @param longest after many, or after one that cannot get better by itself
   */
  RetrySchedule(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** The next failure will be the first again. */
  void succeeded() {
    next = first;
  }

  /** How long to wait: no less than the network asks for, within reason. */
  Duration after(PurgeOutcome.Failed failure) {
    if (failure.hopeless()) {
      next = longest;
    }
    long full = next.toMillis();
    Duration delay = Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    next = shorter(next.multipliedBy(2), longest);
    Duration asked = shorter(failure.retryAfter().orElse(Duration.ZERO), LONGEST_RETRY_AFTER);
    return asked.compareTo(delay) > 0 ? asked : delay;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
