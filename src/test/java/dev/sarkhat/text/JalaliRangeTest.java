package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JalaliRangeTest {

  @ParameterizedTest
  @CsvSource({
    "1394,2015-03-20T20:30:00Z,2016-03-19T20:30:00Z",
    "1399,2020-03-19T20:30:00Z,2021-03-20T20:30:00Z",
    "1394-09,2015-11-21T20:30:00Z,2015-12-21T20:30:00Z",
    "1394/12,2016-02-19T20:30:00Z,2016-03-19T20:30:00Z",
    "۱۳۹۴-۰۹-۰۴,2015-11-24T20:30:00Z,2015-11-25T20:30:00Z",
    // Summer time began at midnight of this day, so that it had 23 hours.
    "1400-01-02,2021-03-21T20:30:00Z,2021-03-22T19:30:00Z",
    // And ended at midnight after this one, which had 25.
    "1400-06-30,2021-09-20T19:30:00Z,2021-09-21T20:30:00Z",
    "1402-01-02,2023-03-21T20:30:00Z,2023-03-22T20:30:00Z",
  })
  void rangesAreOfTehran(String text, Instant from, Instant to) {
    assertEquals(Optional.of(new JalaliRange(from, to)), JalaliRange.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "94",
        "2015",
        "1394-13",
        "1394-00",
        "1394-09/04",
        "1394-07-31",
        "1394-",
        "1177",
        "1634",
        "1394-09-04-01",
        " 1394",
        "1394-009"
      })
  void whatIsNoRangeIsNotRead(String text) {
    assertEquals(Optional.empty(), JalaliRange.parse(text));
  }

  @Property
  void monthsFillTheYear(@ForAll @IntRange(min = 1178, max = 1631) int year) {
    Instant end = JalaliRange.ofYear(year).orElseThrow().from();
    for (int month = 1; month <= 12; month++) {
      JalaliRange range = JalaliRange.ofMonth(year, month).orElseThrow();
      assertEquals(end, range.from());
      end = range.to();
      String key = JalaliRange.monthKey(range.from());
      assertEquals(key, JalaliRange.monthKey(range.to().minusMillis(1)));
      assertEquals(Optional.of(range), JalaliRange.parse(key));
      assertTrue(range.contains(range.from()));
      assertTrue(!range.contains(range.to()));
    }
    assertEquals(JalaliRange.ofYear(year).orElseThrow().to(), end);
  }

  @Property
  void everyMomentIsInItsMonth(@ForAll @IntRange(min = -1_500_000_000) int seconds) {
    Instant instant = Instant.ofEpochSecond(seconds);
    JalaliRange month = JalaliRange.parse(JalaliRange.monthKey(instant)).orElseThrow();
    assertTrue(month.contains(instant));
  }

  @Property
  @Domain(Texts.class)
  void noTextIsTooStrange(@ForAll String text) {
    assertTrue(JalaliRange.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "2015-11-25T15:00:00Z,1394-09",
    "2015-11-21T20:29:59Z,1394-08",
    "2015-11-21T20:30:00Z,1394-09",
    "0001-01-01T00:00:00Z,-0621-10",
  })
  void momentsHaveAMonth(Instant instant, String key) {
    assertEquals(key, JalaliRange.monthKey(instant));
  }
}
