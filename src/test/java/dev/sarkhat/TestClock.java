package dev.sarkhat;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests can stop and move; it runs with the system's until then. */
public final class TestClock extends Clock {

  private volatile Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

  /** Stops the clock at an instant. */
  public void stopAt(Instant instant) {
    clock = Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** Lets the clock run with the system's again. */
  public void run() {
    clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  /** Gives the application the test's clock. */
  static class Producer {

    @Produces
    @Singleton
    TestClock clock() {
      return new TestClock();
    }
  }
}
