package dev.sarkhat.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The renderings on their way: one for an address, however many ask for it. */
final class Flights {

  private final ConcurrentMap<String, Flight> byKey = new ConcurrentHashMap<>();

  /**
   * Joins the rendering of an address, or begins one.
   *
   * @param whenLanded is run once when the rendering of another has ended, by the thread that ended
   *     it
   * @return the rendering that the caller must now do and {@linkplain Flight#land land}; null if
   *     another does it
   */
  @Nullable Flight joinOrBegin(String key, Runnable whenLanded) {
    Flight mine = new Flight(key);
    while (true) {
      Flight other = byKey.putIfAbsent(key, mine);
      if (other == null) {
        return mine;
      }
      if (other.join(whenLanded)) {
        return null;
      }
      byKey.remove(key, other);
    }
  }

  /** One rendering and those who wait for it. */
  final class Flight {

    private final String key;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean landed;

    private Flight(String key) {
      this.key = key;
    }

    private synchronized boolean join(Runnable whenLanded) {
      return !landed && waiting.add(whenLanded);
    }

    /** It has ended, one way or the other. Those who wait go on; a second call does nothing. */
    void land() {
      byKey.remove(key, this);
      List<Runnable> ready;
      synchronized (this) {
        landed = true;
        ready = List.copyOf(waiting);
        waiting.clear();
      }
      ready.forEach(Runnable::run);
    }
  }
}
