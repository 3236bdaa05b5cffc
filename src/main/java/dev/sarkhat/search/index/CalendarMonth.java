package dev.sarkhat.search.index;

import dev.sarkhat.text.JalaliRange;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A month.
 *
 * @param name year and month, {@code 2015-11}
 * @param from its first millisecond
 * @param to the first millisecond of the next
 */
public record CalendarMonth(String name, long from, long to) {

  /** Before all months. */
  public static final CalendarMonth NONE = new CalendarMonth("", Long.MIN_VALUE, Long.MIN_VALUE);

  /** The month of the Gregorian calendar, in UTC. */
  public static CalendarMonth gregorian(long millis) {
    YearMonth month = YearMonth.from(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
    return new CalendarMonth(month.toString(), start(month), start(month.plusMonths(1)));
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** The month of the Jalali calendar, in Tehran; that of an ancient instant begins with it. */
  public static CalendarMonth jalali(long millis) {
    String name = JalaliRange.monthKey(Instant.ofEpochMilli(millis));
    return JalaliRange.parse(name)
        .map(
            month ->
                new CalendarMonth(name, month.from().toEpochMilli(), month.to().toEpochMilli()))
        .orElseGet(() -> new CalendarMonth(name, millis, millis + 1));
  }
}
