package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JalaliTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "۴ آذر ۱۳۹۴|2015-11-25|",
        "4 آذر 1394|2015-11-25|",
        "٤ آذر ١٣٩٤|2015-11-25|",
        "۴ آذرماه ۱۳۹۴|2015-11-25|",
        "۴ آذر ماه سال ۱۳۹۴ شمسی|2015-11-25|",
        "۰۴ آذر ۹۴|2015-11-25|",
        "چهارشنبه ۴ آذر ۱۳۹۴|2015-11-25|",
        "چهار شنبه، ۴ آذر ۱۳۹۴|2015-11-25|",
        "چهارشنبه، ۴ آذر ۹۴ ساعت ۱۸:۳۰|2015-11-25|18:30",
        "روز چهارشنبه مورخ ۴ آذر ۱۳۹۴|2015-11-25|",
        "ساعت ۱۸ چهارشنبه ۴ آذر ۱۳۹۴|2015-11-25|18:00",
        "۱۸:۳۰:۱۵ - ۴ آذر ۱۳۹۴|2015-11-25|18:30:15",
        "۴ آذر ۱۳۹۴ - ۰۹:۰۵|2015-11-25|09:05",
        "۱۳۹۴/۰۹/۰۴ - ۱۸:۳۰|2015-11-25|18:30",
        "چهارشنبه 1394-9-4|2015-11-25|",
        "چهارم آذر ۱۳۹۴|2015-11-25|",
        "بیست و یکم دی ۱۳۹۹|2021-01-10|",
        "سی‌ام اسفند ۱۳۹۹|2021-03-20|",
        "۲۱ دي ۱۳۹۹|2021-01-10|",
        "يكشنبه ۲۱ دي ۱۳۹۹|2021-01-10|",
        "یک\u200Cشنبه ۲۱ دی ۱۳۹۹|2021-01-10|",
        "سه شنبه ۲۳ دی ۱۳۹۹|2021-01-12|",
        "۱ امرداد ۱۴۰۰|2021-07-23|",
        "۱ قوس ۱۳۹۴|2015-11-22|",
        "۴ آذر ۰۴|2025-11-25|",
        "۱۳۹۴ آذر ۴|2015-11-25|",
        "\u202B۴ آذر ۱۳۹۴\u202C|2015-11-25|",
      })
  void writtenDatesAreRead(String text, LocalDate date, LocalTime time) {
    assertEquals(
        Optional.of(new JalaliText.Written(date, Optional.ofNullable(time))),
        JalaliText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "آذر",
        "۴ آذر",
        "آذر ۱۳۹۴",
        "پنجشنبه ۴ آذر ۱۳۹۴",
        "۳۱ مهر ۱۳۹۴",
        "۳۰ اسفند ۱۴۰۴",
        "۴ آذر ۱۳۹۴ ساعت",
        "۴ آذر ۱۳۹۴ ساعت ۲۴:۰۰",
        "۴ آذر ۱۳۹۴ ۱۸:۶۰",
        "۴ آذر ۱۳۹۴ ۱۸:۳۰ ۱۹:۳۰",
        "۴ آذر دی ۱۳۹۴",
        "۴ آذر ۱۳۹۴ ۱۳۹۵",
        "۴ آذر ۱۳۹۴ و بعد",
        "۴ آذر ۲۰۱۵",
        "۴ آذر ۳۹۴",
        "۴.آذر.۱۳۹۴",
        "1394/09/04 1394/09/05",
        "۴ نوامبر ۲۰۱۵",
        "۱۸:۳۰",
        "ساعت ساعت ۱۸ ۴ آذر ۱۳۹۴",
        "99999999999999999999 آذر 1394"
      })
  void whatIsNoDateIsNotRead(String text) {
    assertEquals(Optional.empty(), JalaliText.parse(text));
  }

  @Test
  void momentsAreOfTehran() {
    assertEquals(
        Instant.parse("2015-11-25T15:00:00Z"),
        JalaliText.parse("۴ آذر ۹۴ ساعت ۱۸:۳۰").orElseThrow().instant());
    assertEquals(
        Instant.parse("2015-11-24T20:30:00Z"),
        JalaliText.parse("۴ آذر ۹۴").orElseThrow().instant());
  }

  @Property
  void whatIsWrittenIsRead(@ForAll @IntRange(min = 0, max = 55_000) int days) {
    LocalDate date = LocalDate.of(1921, 3, 21).plusDays(days);
    for (JalaliDate.Style style : JalaliDate.Style.values()) {
      String text = JalaliDate.format(date, style);
      assertEquals(Optional.of(date), JalaliText.parse(text).map(JalaliText.Written::date), text);
    }
    String moment =
        JalaliDate.format(
            date.atTime(18, 30).atZone(JalaliDate.TEHRAN).toInstant(), JalaliDate.Style.LONG);
    assertEquals(
        Optional.of(new JalaliText.Written(date, Optional.of(LocalTime.of(18, 30)))),
        JalaliText.parse(moment));
  }

  @Property
  @Domain(Texts.class)
  void noTextIsTooStrange(@ForAll String text) {
    assertNotNull(JalaliText.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONG|چهارشنبه ۴ آذر ۱۳۹۴",
        "MEDIUM|۴ آذر ۱۳۹۴",
        "SHORT|۱۳۹۴/۰۹/۰۴",
      })
  void daysAreWrittenInThreeStyles(JalaliDate.Style style, String text) {
    assertEquals(text, JalaliDate.format(LocalDate.of(2015, 11, 25), style));
  }
}
