package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final PurgeOutcome.Failed FAILED =
      new PurgeOutcome.Failed("503", false, Optional.empty());

  @Property(tries = 200)
  void delaysDoubleUpToTheLongestAndHalfOfEachIsChance(@ForAll long seed) {
    RetrySchedule schedule = schedule(seed);
    long full = FIRST.toMillis();
    for (int i = 0; i < 12; i++) {
      long delay = schedule.after(FAILED).toMillis();
      assertTrue(delay >= full / 2 && delay <= full, delay + " of " + full);
      full = Math.min(2 * full, LONGEST.toMillis());
    }
    schedule.succeeded();
    assertTrue(schedule.after(FAILED).compareTo(FIRST) <= 0);
  }

  @Test
  void whatCannotGetBetterIsTriedSeldomFromTheStart() {
    PurgeOutcome.Failed forbidden = new PurgeOutcome.Failed("403", true, Optional.empty());
    assertTrue(schedule(1).after(forbidden).compareTo(LONGEST.dividedBy(2)) >= 0);
  }

  @Test
  void theNetworksOwnDelayIsHonouredWithinReason() {
    assertEquals(Duration.ofSeconds(90), schedule(1).after(asking(Duration.ofSeconds(90))));
    assertTrue(schedule(1).after(asking(Duration.ofMillis(1))).compareTo(FIRST.dividedBy(2)) >= 0);
    assertEquals(Duration.ofMinutes(15), schedule(1).after(asking(Duration.ofDays(365))));
  }

  private static PurgeOutcome.Failed asking(Duration delay) {
    return new PurgeOutcome.Failed("429", false, Optional.of(delay));
  }

  private static RetrySchedule schedule(long seed) {
    return new RetrySchedule(FIRST, LONGEST, new SplittableRandom(seed));
  }
}
