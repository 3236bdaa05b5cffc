package dev.sarkhat.cache;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeListener;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Judges whether answers still hold after the changes that this process has heard of.
 *
 * <p>Time is counted in epochs: each invalidation is one. An answer remembers the epoch before its
 * first SQL statement; each tag has a slot with the epoch of its latest invalidation. The answer
 * holds while no slot of its tags is later. Tags share slots by their hash, so a stranger's change
 * may spoil an answer, which costs a rendering; the reverse cannot happen.
 *
 * <p>Why an answer that holds is not stale: let a change be committed at c and told here at i,
 * before the write's response. An answer whose first statement read before c began its epoch before
 * i, so the slot written at i is later, and every judgement after i sees it. An answer whose
 * statements read after c contains the change.
 */
@Singleton
class Validity implements ChangeListener {

  /** A power of two; two arrays of half a megabyte. */
  private static final int SLOTS = 1 << 16;

  /** Longer than any node is behind another. */
  private static final long QUIET_NANOS = 2_000_000_000L;

  private final AtomicLongArray changes = new AtomicLongArray(SLOTS);
  private final AtomicLongArray takedowns = new AtomicLongArray(SLOTS);
  private volatile long floor;
  private volatile long changedNanos = System.nanoTime() - QUIET_NANOS;
  private volatile long epoch;

  /** What a tag's changes are looked up by. */
  static int slot(String tag) {
    int hash = tag.hashCode();
    // Numbers one apart differ in the last bits only; spread them.
    hash ^= hash >>> 16;
    hash *= 0x7feb352d;
    hash ^= hash >>> 15;
    return hash & (SLOTS - 1);
  }

  /** The slots of some tags, each once. */
  static int[] slots(Collection<String> tags) {
    int[] slots = new int[tags.size()];
    int count = 0;
    for (String tag : tags) {
      slots[count++] = slot(tag);
    }
    Arrays.sort(slots);
    int distinct = 0;
    for (int slot : slots) {
      if (distinct == 0 || slots[distinct - 1] != slot) {
        slots[distinct++] = slot;
      }
    }
    return Arrays.copyOf(slots, distinct);
  }

  /** The present epoch. A rendering reads it before its first SQL statement. */
  long epoch() {
    return epoch;
  }

  /** Whether nothing that the answer shows has changed since it was rendered. */
  boolean holds(Answer answer) {
    long now = epoch;
    if (answer.checkedAt == now) {
      return true;
    }
    if (answer.startEpoch < floor || isLater(changes, answer)) {
      return false;
    }
    // Nothing after this epoch was looked at: an invalidation publishes its epoch after its slots.
    answer.checkedAt = now;
    return true;
  }

  /**
   * Whether the answer may be shown in an emergency: it is old, but nothing in it was taken down.
   */
  boolean isHarmless(Answer answer) {
    return answer.startEpoch >= floor && !isLater(takedowns, answer);
  }

  private static boolean isLater(AtomicLongArray slots, Answer answer) {
    for (int slot : answer.slots) {
      if (slots.get(slot) > answer.startEpoch) {
        return true;
      }
    }
    return false;
  }

  /** Whether no change was heard of for some time, so that no other node can be behind. */
  boolean isQuiet() {
    return System.nanoTime() - changedNanos >= QUIET_NANOS;
  }

  @Override
  public synchronized void changed(List<Change> committed) {
    long next = epoch + 1;
    for (Change change : committed) {
      for (String tag : change.tags()) {
        int slot = slot(tag);
        changes.set(slot, next);
        if (change.takedown()) {
          takedowns.set(slot, next);
        }
      }
    }
    changedNanos = System.nanoTime();
    // Last: whoever reads the new epoch must see the slots that it stands for.
    epoch = next;
  }

  @Override
  public synchronized void everythingChanged() {
    long next = epoch + 1;
    changedNanos = System.nanoTime();
    floor = next;
    epoch = next;
  }
}
