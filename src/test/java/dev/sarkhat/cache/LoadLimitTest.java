package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LoadLimitTest {

  private final List<String> came = new ArrayList<>();

  @Example
  void whoComesFirstGoesFirst() {
    LoadLimit limit = new LoadLimit(1, 2);
    assertTrue(limit.take(turn("a")));
    assertTrue(limit.take(turn("b")));
    assertTrue(limit.take(turn("c")));
    assertFalse(limit.take(turn("too many")));
    limit.free();
    limit.free();
    assertEquals(List.of("a", "b", "c"), came);
  }

  @Example
  void aTurnThatIsNotWantedGoesToTheNext() {
    LoadLimit limit = new LoadLimit(1, 2);
    limit.take(turn("a"));
    limit.take(() -> false);
    limit.take(turn("c"));
    limit.free();
    assertEquals(List.of("a", "c"), came);
    limit.free();
    assertTrue(limit.take(() -> false), "the place was free, and is again");
    limit.take(turn("d"));
    assertEquals(List.of("a", "c", "d"), came);
  }

  @Example
  void whoLeavesTheLineMakesRoom() {
    LoadLimit limit = new LoadLimit(1, 1);
    limit.take(turn("a"));
    LoadLimit.Turn impatient = turn("b");
    limit.take(impatient);
    limit.leave(impatient);
    assertTrue(limit.take(turn("c")));
    limit.free();
    assertEquals(List.of("a", "c"), came);
  }

  /** Takes where a number is even, frees where it is odd and somebody holds a place. */
  @Property
  void neverMoreThanThePlacesAndNobodyIsForgotten(
      @ForAll @IntRange(min = 1, max = 4) int places,
      @ForAll @IntRange(max = 4) int longestLine,
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> steps) {
    came.clear();
    LoadLimit limit = new LoadLimit(places, longestLine);
    int accepted = 0;
    int freed = 0;
    for (int step : steps) {
      if (step % 2 == 0) {
        boolean full = accepted - freed >= places + longestLine;
        assertEquals(!full, limit.take(turn("x")));
        accepted += full ? 0 : 1;
      } else if (came.size() > freed) {
        limit.free();
        freed++;
      }
      assertEquals(Math.min(accepted, freed + places), came.size());
    }
  }

  private LoadLimit.Turn turn(String name) {
    return () -> came.add(name);
  }
}
