package dev.sarkhat.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit allows what it says and no more, to each by themselves, in bounded memory. */
class RateLimitTest {

  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

  @Test
  void aMinutesWorthMayBeUsedAtOnce() {
    RateLimit<String> limit = limit(60);
    for (int i = 1; i <= 60; i++) {
      Allowance allowance = limit.take("one");
      assertTrue(allowance.granted());
      assertEquals(60 - i, allowance.remaining());
      assertEquals(i, allowance.resetSeconds());
      assertEquals(0, allowance.retrySeconds());
    }

    Allowance refused = limit.take("one");

    assertFalse(refused.granted());
    assertEquals(0, refused.remaining());
    assertEquals(1, refused.retrySeconds());
    assertTrue(limit.isExhausted("one"));
    assertEquals(refused, limit.refusal("one"));
    assertTrue(limit.take("other").granted(), "another is counted apart");
  }

  @Test
  void itFillsEvenly() {
    RateLimit<String> limit = limit(30);
    limit.bucket("one").tryConsumeAsMuchAsPossible();
    assertEquals(2, limit.take("one").retrySeconds());

    pass(Duration.ofMillis(1999));
    assertFalse(limit.take("one").granted());
    pass(Duration.ofMillis(1));
    assertTrue(limit.take("one").granted());
    assertFalse(limit.take("one").granted());
    pass(Duration.ofMinutes(1));
    assertEquals(29, limit.take("one").remaining());
  }

  @Property(tries = 50)
  void noMinuteSeesMoreThanTwoMinutesWorth(
      @ForAll @IntRange(min = 1, max = 50) int quota,
      @ForAll @IntRange(min = 1, max = 2000) int pauseMillis) {
    RateLimit<String> limit = limit(quota);
    int granted = 0;
    for (long passed = 0; passed < 60_000; passed += pauseMillis) {
      granted += limit.take("one").granted() ? 1 : 0;
      pass(Duration.ofMillis(pauseMillis));
    }
    assertTrue(granted <= 2 * quota, granted + " of " + quota);
  }

  @Test
  void whoIsQuietIsForgotten() {
    RateLimit<Integer> limit = limit(10);
    for (int i = 0; i < 1000; i++) {
      limit.take(i);
    }
    assertEquals(1000, limit.size());

    pass(Duration.ofMinutes(2));

    assertEquals(0, limit.size());
  }

  @Test
  void aFloodOfAddressesDoesNotFillTheMemory() {
    RateLimit<Integer> limit = limit(10);
    for (int i = 0; i < 300_000; i++) {
      limit.take(i);
    }
    assertTrue(limit.size() <= 100_000);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "192.0.2.1, ::ffff:192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "fe80::1%eth0, fe80::2, true",
    "::1, 127.0.0.1, false",
  })
  void anAddressIsCountedWithItsBlock(String one, String other, boolean together) {
    if (together) {
      assertEquals(AddressBlock.of(one), AddressBlock.of(other));
    } else {
      assertNotEquals(AddressBlock.of(one), AddressBlock.of(other));
    }
  }

  @Test
  void theOperatorsOwnAddressesAreNotCounted() {
    RateLimits limits = limits("10.0.0.0/8", "192.0.2.7", "2001:db8::/32");

    for (String own : List.of("10.1.2.3", "192.0.2.7", "2001:db8:7::1")) {
      assertTrue(limits.isUnlimited(own), own);
    }
    for (String other : List.of("11.1.2.3", "192.0.2.8", "2001:db9::1", "127.0.0.1")) {
      assertFalse(limits.isUnlimited(other), other);
    }
    assertFalse(limits.isUnlimited(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "portal.example.org", "10.0.0", "/8", ""})
  void whatIsNoAddressIsRefusedAtTheStart(String block) {
    assertThrows(ConfigurationException.class, () -> limits(block));
  }

  private static RateLimits limits(String... unlimited) {
    return new RateLimits(new Settings(1, 1, 1, Optional.of(List.of(unlimited))));
  }

  private record Settings(
      int requestsPerKey,
      int requestsPerAddress,
      int failuresPerAddress,
      Optional<List<String>> unlimitedAddresses)
      implements LimitSettings {}

  private <K> RateLimit<K> limit(int quota) {
    return new RateLimit<>("test", quota, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
