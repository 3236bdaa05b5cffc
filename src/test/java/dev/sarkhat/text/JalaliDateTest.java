package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.TestData;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JalaliDateTest {

  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

  private static final String[] MONTHS = {
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند"
  };

  /** The years of 366 days in a cycle of 33, as remainders. */
  private static final Set<Integer> LEAP_REMAINDERS = Set.of(1, 5, 9, 13, 17, 22, 26, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015-11-25T15:00:00Z|۴ آذر ۱۳۹۴، ۱۸:۳۰",
        "2015-11-25T20:29:59.999Z|۴ آذر ۱۳۹۴، ۲۳:۵۹",
        "2015-11-25T20:30:00Z|۵ آذر ۱۳۹۴، ۰۰:۰۰",
        "1979-02-11T05:35:00Z|۲۲ بهمن ۱۳۵۷، ۰۹:۰۵",
        // Summer time, which Tehran kept until 2022.
        "2019-09-15T07:00:00Z|۲۴ شهریور ۱۳۹۸، ۱۱:۳۰",
        "2022-07-01T07:00:00Z|۱۰ تیر ۱۴۰۱، ۱۱:۳۰",
        "2023-07-01T07:00:00Z|۱۰ تیر ۱۴۰۲، ۱۰:۳۰",
        "2025-03-20T12:00:00Z|۳۰ اسفند ۱۴۰۳، ۱۵:۳۰",
        "2025-03-20T20:30:00Z|۱ فروردین ۱۴۰۴، ۰۰:۰۰",
      })
  void instantsAreWrittenAsInTehran(Instant instant, String text) {
    assertEquals(text, JalaliDate.format(instant));
  }

  @ParameterizedTest
  @CsvSource({
    "1300/01/01,1921-03-21",
    "1304/01/11,1925-03-31",
    "1320/06/25,1941-09-16",
    "1342/12/30,1964-03-20",
    "1357/11/22,1979-02-11",
    "1375/12/30,1997-03-20",
    "1379/01/01,2000-03-20",
    "1394/09/04,2015-11-25",
    "1398/06/24,2019-09-15",
    "1399/12/30,2021-03-20",
    "1400/01/01,2021-03-21",
    "1403/12/30,2025-03-20",
    "1404/01/01,2025-03-21",
    "1408/12/30,2030-03-20",
    "1450/01/01,2071-03-21",
    "1398-06-24,2019-09-15",
    "1398/6/4,2019-08-26",
    "۱۳۹۸/۰۶/۲۴,2019-09-15",
    "١٣٩٨-٠٦-٢٤,2019-09-15",
  })
  void numericDatesAreRead(String text, LocalDate date) {
    assertEquals(Optional.of(date), JalaliDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1398",
        "1398/06",
        "1398/06-24",
        "1398.06.24",
        "98/06/24",
        "1398/06/24 ",
        " 1398/06/24",
        "1398/00/01",
        "1398/13/01",
        "1398/01/00",
        "1398/01/32",
        "1398/07/31",
        "1398/12/30",
        "1404/12/30",
        "1403/12/31",
        "2019/09/15",
        "0001/01/01",
        "1177/01/01",
        "1634/01/01",
        "1398/06/024",
        "13980/6/24",
        "-1398/06/24",
        "1398/06/24/",
        "१३९८/०६/२४"
      })
  void whatIsNoDateIsNotRead(String text) {
    assertEquals(Optional.empty(), JalaliDate.parse(text));
  }

  @Test
  void leapYearsFollowTheCycle() {
    Set<Integer> expected =
        IntStream.rangeClosed(1300, 1450)
            .filter(year -> LEAP_REMAINDERS.contains(year % 33))
            .boxed()
            .collect(Collectors.toSet());
    Set<Integer> found =
        IntStream.rangeClosed(1300, 1450)
            .filter(year -> JalaliDate.parse(year + "/12/30").isPresent())
            .boxed()
            .collect(Collectors.toSet());
    assertEquals(expected, found);
  }

  @Test
  void everyDayFollowsTheDayBefore() {
    LocalDate expected = LocalDate.of(1921, 3, 21);
    for (int year = 1300; year <= 1450; year++) {
      for (int month = 1; month <= 12; month++) {
        for (int day = 1; day <= 31; day++) {
          Optional<LocalDate> date = JalaliDate.parse(year + "/" + month + "/" + day);
          if (date.isPresent()) {
            assertEquals(expected, date.get());
            expected = expected.plusDays(1);
          }
        }
      }
    }
    assertEquals(Optional.of(expected), JalaliDate.parse("1451/01/01"));
  }

  @Property
  void datesSurviveARoundTrip(@ForAll @IntRange(min = 0, max = 55_000) int days) {
    LocalDate date = LocalDate.of(1921, 3, 21).plusDays(days);
    String text = JalaliDate.format(date.atTime(LocalTime.NOON).atZone(TEHRAN).toInstant());
    String[] parts = text.substring(0, text.indexOf('\u060C')).split(" ", -1);
    int month = 1 + List.of(MONTHS).indexOf(parts[1]);
    assertEquals(Optional.of(date), JalaliDate.parse(parts[2] + "/" + month + "/" + parts[0]));
  }

  @Test
  void defaultLocaleAndZoneDoNotMatter() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : new String[] {"fa-IR", "th-TH-u-ca-buddhist-nu-thai", "ar-EG", "en-US"}) {
        for (String id : new String[] {"Pacific/Kiritimati", "America/Los_Angeles"}) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          TimeZone.setDefault(TimeZone.getTimeZone(id));
          assertEquals(
              "۴ آذر ۱۳۹۴، ۱۸:۳۰", JalaliDate.format(Instant.parse("2015-11-25T15:00:00Z")));
          assertEquals(Optional.of(LocalDate.of(2019, 9, 15)), JalaliDate.parse("1398/06/24"));
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void manyThreadsWriteTheSame() {
    Instant start = Instant.parse("1950-01-01T00:00:00Z");
    Set<Boolean> same =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(
                index -> {
                  Instant instant = start.plus(index % 500 * 55L, ChronoUnit.DAYS);
                  return JalaliDate.format(instant).equals(JalaliDate.format(instant));
                })
            .collect(Collectors.toSet());
    assertEquals(Set.of(true), same);
  }

  @Test
  void timesOfEveryStoredYearAreWritten() {
    assertTrue(JalaliDate.format(Instant.parse("0001-01-01T00:00:00Z")).contains("\u2212"));
    assertTrue(JalaliDate.format(Instant.parse("9999-01-01T00:00:00Z")).contains("۹۳۷۷"));
    Instant beyond = Instant.parse("+10000-06-01T00:00:00Z");
    assertThrows(DateTimeException.class, () -> JalaliDate.format(beyond));
    assertThrows(DateTimeException.class, () -> JalaliDate.format(Instant.MAX));
  }

  @Test
  void datesOfRealNewsAgree() throws IOException {
    for (JsonNode article : TestData.news()) {
      if (article.hasNonNull("publishedAtJalali") && article.hasNonNull("publishedAt")) {
        String jalali = article.get("publishedAtJalali").asText();
        String published = article.get("publishedAt").asText();
        LocalDate date =
            published.length() == "2019-09-15".length()
                ? LocalDate.parse(published)
                : OffsetDateTime.parse(published).atZoneSameInstant(TEHRAN).toLocalDate();
        assertEquals(Optional.of(date), JalaliDate.parse(jalali), jalali);
      }
    }
  }
}
