package dev.sarkhat.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Processes that work off one schedule tell each other apart. */
class ScheduleTest {

  @Test
  void everyStartHasAnotherName() {
    Set<String> names =
        Stream.generate(() -> Schedule.newName().getName()).limit(100).collect(Collectors.toSet());

    assertEquals(100, names.size());
  }
}
