package dev.sarkhat.change;

import java.util.concurrent.TimeUnit;

/** The pauses between tries to connect: none at first, then from 100 ms to a second. */
final class Backoff {

  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 1000;

  private long next;

  /** How long to wait before the next try, in milliseconds; each is longer than the one before. */
  long nextMillis() {
    long pause = next;
    next = Math.min(LONGEST_MILLIS, Math.max(FIRST_MILLIS, 2 * next));
    return pause;
  }

  /**
   * Waits.
   *
   * @return whether it waited to the end and was not interrupted
   */
  boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(nextMillis());
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A try succeeded. */
  void reset() {
    next = 0;
  }
}
