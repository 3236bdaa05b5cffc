package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.cache.Flights.Flight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FlightsTest {

  private static final int THREADS = 4;
  private static final int ROUNDS = 20_000;

  private final Flights flights = new Flights();

  /** Joins the address of each number below 4; a higher one lands that of the number less 4. */
  @Property
  void oneRendersAndTheOthersAreToldOnce(
      @ForAll @Size(max = 80) List<@IntRange(max = 7) Integer> steps) {
    Flights all = new Flights();
    Map<Integer, Flight> inTheAir = new HashMap<>();
    Map<Integer, Integer> waiting = new HashMap<>();
    AtomicInteger told = new AtomicInteger();
    int expected = 0;
    for (int step : steps) {
      int key = step % 4;
      if (step < 4) {
        Flight mine = all.joinOrBegin("/" + key, told::incrementAndGet);
        assertEquals(inTheAir.containsKey(key), mine == null);
        if (mine == null) {
          waiting.merge(key, 1, Integer::sum);
        } else {
          inTheAir.put(key, mine);
        }
      } else {
        Flight landing = inTheAir.remove(key);
        if (landing != null) {
          landing.land();
          landing.land();
          Integer released = waiting.remove(key);
          expected += released == null ? 0 : released;
        }
      }
      assertEquals(expected, told.get());
    }
  }

  @Example
  void whoIsToldMayBeginAnew() {
    Flight first = flights.joinOrBegin("/", () -> {});
    List<Flight> second = new ArrayList<>();
    assertNull(
        flights.joinOrBegin(
            "/",
            () -> {
              Flight mine = flights.joinOrBegin("/", () -> {});
              assertNotNull(mine);
              second.add(mine);
            }));
    assertNotNull(first);
    first.land();
    assertEquals(1, second.size());
    assertNull(flights.joinOrBegin("/", () -> {}));
  }

  @Example
  void nobodyIsLeftBehindHoweverTheyMeet() throws Exception {
    AtomicInteger inTheAir = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch told = new CountDownLatch(THREADS * ROUNDS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ends.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < ROUNDS; round++) {
                    Flight mine = flights.joinOrBegin("/", told::countDown);
                    if (mine != null) {
                      most.accumulateAndGet(inTheAir.incrementAndGet(), Math::max);
                      Thread.yield();
                      inTheAir.decrementAndGet();
                      mine.land();
                      told.countDown();
                    }
                  }
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      assertTrue(told.await(10, TimeUnit.SECONDS), () -> told.getCount() + " were never told");
      assertEquals(1, most.get());
    } finally {
      threads.shutdownNow();
    }
  }
}
