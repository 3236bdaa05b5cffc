package dev.sarkhat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sarkhat.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateFieldTest {

  private final TestClock clock = new TestClock();
  private final DateField date = new DateField(clock);

  @Test
  void tellsTheSecondAsTheStandardWritesIt() {
    clock.stopAt(Instant.parse("1994-11-06T08:49:37.999Z"));
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", date.now().toString());
    clock.stopAt(Instant.parse("1994-11-06T08:49:38.000Z"));
    assertEquals("Sun, 06 Nov 1994 08:49:38 GMT", date.now().toString());
    clock.stopAt(Instant.parse("2026-09-01T23:00:00Z"));
    assertEquals("Tue, 01 Sep 2026 23:00:00 GMT", date.now().toString());
  }

  @Test
  void isWrittenOnceASecond() {
    clock.stopAt(Instant.parse("2026-11-20T09:30:00.001Z"));
    CharSequence first = date.now();
    clock.stopAt(Instant.parse("2026-11-20T09:30:00.999Z"));
    assertSame(first, date.now());
  }
}
