package dev.sarkhat.cache;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many answers are rendered at once. Whoever comes when all places are taken waits in line, and
 * whoever comes when the line is full is refused.
 */
final class LoadLimit {

  private final int places;
  private final int longestLine;
  private final Deque<Turn> line = new ArrayDeque<>();
  private int taken;

  LoadLimit(int places, int longestLine) {
    this.places = places;
    this.longestLine = longestLine;
  }

  /** What someone in line waits for. */
  interface Turn {

    /**
     * A place is free.
     *
     * @return false if it is not wanted any longer
     */
    boolean come();
  }

  /**
   * Takes a place, or stands in line.
   *
   * @param turn is called when a place is free, at once or later, by any thread
   * @return false if the line is full; the turn never comes then
   */
  boolean take(Turn turn) {
    synchronized (this) {
      if (taken >= places) {
        if (line.size() >= longestLine) {
          return false;
        }
        line.addLast(turn);
        return true;
      }
      taken++;
    }
    if (!turn.come()) {
      free();
    }
    return true;
  }

  /** Gives a place to the next in line. */
  void free() {
    while (true) {
      Turn next;
      synchronized (this) {
        next = line.pollFirst();
        if (next == null) {
          taken--;
          return;
        }
      }
      if (next.come()) {
        return;
      }
    }
  }

  /** Leaves the line. */
  synchronized void leave(Turn turn) {
    line.remove(turn);
  }
}
