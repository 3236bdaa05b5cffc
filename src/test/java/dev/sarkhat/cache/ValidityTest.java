package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That no answer is shown after a change of it was told, whoever races whom. */
class ValidityTest {

  private static final int READS = 400_000;

  private final Validity validity = new Validity();

  @Test
  void anAnswerHoldsUntilSomethingInItChanges() {
    Answer answer = Answers.of(Set.of("a5", "l"), validity.epoch());
    assertTrue(validity.holds(answer));
    validity.changed(List.of(change(false, "a6", "articles")));
    assertTrue(validity.holds(answer), "a stranger's change");
    validity.changed(List.of(change(false, "a5", "articles")));
    assertFalse(validity.holds(answer));
    assertTrue(validity.holds(Answers.of(Set.of("a5"), validity.epoch())), "rendered since");
  }

  @Test
  void aChangeDuringARenderingSpoilsItHoweverOftenItWasLookedAt() {
    long epoch = validity.epoch();
    validity.changed(List.of(change(false, "a5")));
    Answer answer = Answers.of(Set.of("a5"), epoch);
    assertFalse(validity.holds(answer));
    assertFalse(validity.holds(answer));
  }

  @Test
  void whatWasTakenDownIsShownInNoEmergency() {
    Answer answer = Answers.of(Set.of("a5"), validity.epoch());
    validity.changed(List.of(change(false, "a5")));
    assertTrue(validity.isHarmless(answer));
    validity.changed(List.of(change(true, "a5")));
    assertFalse(validity.isHarmless(answer));
  }

  @Test
  void nothingHoldsAfterEverythingChanged() {
    Answer answer = Answers.of(Set.of(), validity.epoch());
    validity.everythingChanged();
    assertFalse(validity.holds(answer));
    assertFalse(validity.isHarmless(answer));
    assertTrue(validity.holds(Answers.of(Set.of(), validity.epoch())));
  }

  @Test
  void changesEndTheQuietForAWhile() {
    assertTrue(validity.isQuiet());
    validity.changed(List.of(change(false, "a5")));
    assertFalse(validity.isQuiet());
  }

  @Test
  void noReaderSeesWhatIsOlderThanTheLastWriteToldBeforeItAsked() throws Exception {
    assertEquals(0, race(new BySlots()));
  }

  @Test
  void aWriteWhileACopyIsMadeIsTheDifference() {
    assertTrue(survivesAWriteWhileTheCopyIsMade(new BySlots()));
    assertFalse(survivesAWriteWhileTheCopyIsMade(new EvictingAfterCommit()));
    assertFalse(survivesAWriteWhileTheCopyIsMade(new MarkingWhenStoring()));
  }

  private static Change change(boolean takedown, String... tags) {
    return new Change(
        1,
        EntityKind.ARTICLE,
        5,
        Change.Operation.UPSERT,
        1,
        takedown,
        List.of(tags),
        Instant.EPOCH);
  }

  /** What is kept of the one thing that all write and read: a version of it. */
  private record Copy(Answer answer, long version) {}

  /** One way to keep a copy right. */
  private abstract static class Strategy {

    final AtomicLong database = new AtomicLong();
    final AtomicReference<@Nullable Copy> kept = new AtomicReference<>();

    /** Commits, and returns when the cache was told. */
    final long write() {
      long version = database.incrementAndGet();
      tell();
      return version;
    }

    /** The version shown, from the cache or from the database. */
    final long read(Runnable whileRendering) {
      Copy copy = kept.get();
      return copy != null && holds(copy) ? copy.version() : load(whileRendering);
    }

    abstract void tell();

    abstract boolean holds(Copy copy);

    abstract long load(Runnable whileRendering);
  }

  /** The one that is used. */
  private static final class BySlots extends Strategy {

    private final Validity validity = new Validity();

    @Override
    void tell() {
      validity.changed(List.of(change(false, "a5", "articles")));
    }

    @Override
    boolean holds(Copy copy) {
      return validity.holds(copy.answer());
    }

    @Override
    long load(Runnable whileRendering) {
      long epoch = validity.epoch();
      long version = database.get();
      whileRendering.run();
      kept.set(new Copy(Answers.of(Set.of("a5"), epoch), version));
      return version;
    }
  }

  /** A tempting one: the write removes the copy. */
  private static final class EvictingAfterCommit extends Strategy {

    @Override
    void tell() {
      kept.set(null);
    }

    @Override
    boolean holds(Copy copy) {
      return true;
    }

    @Override
    long load(Runnable whileRendering) {
      long version = database.get();
      whileRendering.run();
      kept.set(new Copy(Answers.of(Set.of(), 0), version));
      return version;
    }
  }

  /** Another: the copy is marked with the changes heard of when it is stored. */
  private static final class MarkingWhenStoring extends Strategy {

    private final Validity validity = new Validity();

    @Override
    void tell() {
      validity.changed(List.of(change(false, "a5", "articles")));
    }

    @Override
    boolean holds(Copy copy) {
      return validity.holds(copy.answer());
    }

    @Override
    long load(Runnable whileRendering) {
      long version = database.get();
      whileRendering.run();
      kept.set(new Copy(Answers.of(Set.of("a5"), validity.epoch()), version));
      return version;
    }
  }

  private static boolean survivesAWriteWhileTheCopyIsMade(Strategy strategy) {
    long[] written = new long[1];
    strategy.read(() -> written[0] = strategy.write());
    return strategy.read(() -> {}) >= written[0];
  }

  /** How many of the reads were stale while two threads wrote and two read. */
  private static long race(Strategy strategy) throws Exception {
    AtomicLong acknowledged = new AtomicLong();
    AtomicLong stale = new AtomicLong();
    AtomicLong reading = new AtomicLong(2);
    List<Future<?>> ends = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 2; i++) {
        ends.add(
            threads.submit(
                () -> {
                  while (reading.get() > 0) {
                    acknowledged.accumulateAndGet(strategy.write(), Math::max);
                    rest();
                  }
                }));
        ends.add(
            threads.submit(
                () -> {
                  for (int read = 0; read < READS; read++) {
                    long atLeast = acknowledged.get();
                    if (strategy.read(ValidityTest::rest) < atLeast) {
                      stale.incrementAndGet();
                    }
                  }
                  reading.decrementAndGet();
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return stale.get();
  }

  private static void rest() {
    if (ThreadLocalRandom.current().nextInt(8) == 0) {
      Thread.yield();
    }
  }
}
