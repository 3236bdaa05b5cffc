package dev.sarkhat.search.index;

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

  /** The month of the Jalali calendar, in Tehran. */
  public static CalendarMonth jalali(long millis) {
    com.ibm.icu.util.Calendar calendar =
        new com.ibm.icu.util.PersianCalendar(
            com.ibm.icu.util.TimeZone.getTimeZone("Asia/Tehran"), com.ibm.icu.util.ULocale.ROOT);
    calendar.setTimeInMillis(millis);
    int year = calendar.get(com.ibm.icu.util.Calendar.EXTENDED_YEAR);
    int month = calendar.get(com.ibm.icu.util.Calendar.MONTH);
    calendar.clear();
    calendar.set(year, month, 1);
    long from = calendar.getTimeInMillis();
    calendar.add(com.ibm.icu.util.Calendar.MONTH, 1);
    String two = month + 1 < 10 ? "-0" : "-";
    return new CalendarMonth(year + two + (month + 1), from, calendar.getTimeInMillis());
  }
}
