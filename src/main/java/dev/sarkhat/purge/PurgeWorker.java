package dev.sarkhat.purge;

import dev.sarkhat.change.ChangeFeed;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one target purged, in a thread of its own, so that a target that does not answer holds up
 * no other.
 *
 * <p>Every round begins with the position in the database and ends with a new one, after the
 * network has accepted; nothing that matters is kept here. The second pass follows the first up to
 * where that was {@code rebound} ago.
 */
final class PurgeWorker implements Runnable {

  private static final Logger LOG = Logger.getLogger(PurgeWorker.class);

  /** Finds what no wake-up told of, and whether the node that leads has gone. */
  private static final Duration TICK = Duration.ofSeconds(5);

  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  private final Purger purger;
  private final PurgeClient client;
  private final PurgeLedger ledger;
  private final ChangeFeed feed;
  private final PurgeConfig config;
  private final PurgeMeters meters;
  private final Clock clock;
  private final RetrySchedule retries =
      new RetrySchedule(FIRST_RETRY, LONGEST_RETRY, new SplittableRandom());
  private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private @Nullable String trouble;
  private @Nullable Rebound rebound;

  /**
   * What the second pass waits for.
   *
   * @param through up to where the first pass has come
   * @param due when to follow it, by {@link System#nanoTime}
   */
  private record Rebound(PurgePosition through, long due) {}

  /**
   * What to do after a round.
   *
   * @param pause how long there is nothing to do
   * @param wakes whether a change ends the pause
   */
  record Rest(Duration pause, boolean wakes) {

    private static final Rest NONE = new Rest(Duration.ZERO, false);
  }

  PurgeWorker(
      Purger purger,
      PurgeClient client,
      PurgeLedger ledger,
      ChangeFeed feed,
      PurgeConfig config,
      PurgeMeters meters,
      Clock clock) {
    this.purger = purger;
    this.client = client;
    this.ledger = ledger;
    this.feed = feed;
    this.config = config;
    this.meters = meters;
    this.clock = clock;
  }

  /** Tells that something has changed. It never waits. */
  void wake() {
    wakeUps.offer(true);
  }

  /** Ends {@link #run}, in another thread, after what it is doing. */
  void stop() {
    stopped.countDown();
    wake();
  }

  /** Works until it is stopped or interrupted. */
  @Override
  public void run() {
    try {
      while (stopped.getCount() > 0) {
        rest(roundOrRetry());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      letGo();
    }
  }

  /** A thread that died of a surprise would leave the network stale, and nobody would know. */
  private Rest roundOrRetry() throws InterruptedException {
    try {
      return round();
    } catch (SQLException | RuntimeException failure) {
      letGo();
      return failed(new PurgeOutcome.Failed("The change log: " + failure, false, Optional.empty()));
    }
  }

  private void rest(Rest rest) throws InterruptedException {
    if (!rest.wakes()) {
      stopped.await(rest.pause().toMillis(), TimeUnit.MILLISECONDS);
    } else if (wakeUps.poll(rest.pause().toMillis(), TimeUnit.MILLISECONDS) != null) {
      // What comes in this moment goes along.
      stopped.await(config.window().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Tells the network once, if there is something to tell. */
  Rest round() throws SQLException, InterruptedException {
    if (!ledger.lead()) {
      meters.follows();
      return new Rest(TICK, false);
    }
    Optional<PurgePosition> first = ledger.position(PurgePass.FIRST);
    Optional<PurgeStep> step = PurgeStep.next(first, Long.MAX_VALUE, feed, purger, config);
    if (step.isPresent()) {
      return take(step.get(), PurgePass.FIRST);
    }
    PurgePosition reached = first.orElseThrow();
    meters.caughtUp(reached.number());
    return config.rebound().isZero() ? new Rest(TICK, true) : again(reached);
  }

  private Rest again(PurgePosition reached) throws SQLException, InterruptedException {
    Rebound waiting = rebound;
    Optional<PurgePosition> position = ledger.position(PurgePass.AGAIN);
    if (position.equals(Optional.of(reached))) {
      rebound = null;
      return new Rest(TICK, true);
    }
    if (waiting == null
        || !waiting.through().epoch().equals(reached.epoch())
        || position.equals(Optional.of(waiting.through()))) {
      waiting = new Rebound(reached, System.nanoTime() + config.rebound().toNanos());
      rebound = waiting;
    }
    long left = waiting.due() - System.nanoTime();
    if (left > 0) {
      Duration pause = Duration.ofNanos(left).plusMillis(1);
      return new Rest(pause.compareTo(TICK) < 0 ? pause : TICK, true);
    }
    Optional<PurgeStep> step =
        PurgeStep.next(position, waiting.through().number(), feed, purger, config);
    if (step.isEmpty()) {
      ledger.move(PurgePass.AGAIN, waiting.through());
      return Rest.NONE;
    }
    return take(step.get(), PurgePass.AGAIN);
  }

  private Rest take(PurgeStep step, PurgePass pass) throws SQLException, InterruptedException {
    if (pass == PurgePass.FIRST) {
      meters.waits(since(step));
    }
    if (step.purge().isPresent()) {
      Purge purge = step.purge().get();
      if (client.send(purger, purge) instanceof PurgeOutcome.Failed failure) {
        return failed(failure);
      }
      accepted(purge);
    }
    ledger.move(pass, step.position());
    return Rest.NONE;
  }

  private Instant since(PurgeStep step) {
    Instant oldest = step.since() == null ? meters.waitingSince() : step.since();
    return oldest == null ? clock.instant() : oldest;
  }

  private void accepted(Purge purge) {
    meters.accepted(purge);
    retries.succeeded();
    if (trouble != null) {
      trouble = null;
      LOG.infof("%s accepts purges again", purger.target());
    } else if (purge instanceof Purge.Everything) {
      LOG.infof("Everything was purged from %s", purger.target());
    }
  }

  private Rest failed(PurgeOutcome.Failed failure) {
    meters.failed();
    if (!failure.reason().equals(trouble)) {
      trouble = failure.reason();
      LOG.logf(
          failure.hopeless() ? Logger.Level.ERROR : Logger.Level.WARN,
          "%s is not purged, and may show what has changed: %s. It is tried again%s.",
          purger.target(),
          failure.reason(),
          failure.hopeless() ? ", but somebody has to correct this" : "");
    }
    return new Rest(retries.after(failure), false);
  }

  private void letGo() {
    meters.follows();
    rebound = null;
    try {
      ledger.close();
    } catch (SQLException gone) {
      LOG.debugf("The connection was lost already: %s", gone.getMessage());
    }
  }
}
