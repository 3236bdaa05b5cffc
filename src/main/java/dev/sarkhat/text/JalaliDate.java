package dev.sarkhat.text;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of the Solar Hijri (Jalali) calendar, the civil calendar of Iran.
 *
 * <p>ICU does the arithmetic. The names of the months and the digits are our own, so that no locale
 * and no version of its data changes what readers see, and ICU's formatters, which are not
 * thread-safe, are not needed.
 */
public final class JalaliDate {

  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

  private static final List<String> MONTHS =
      List.of(
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
          "اسفند");

  /** Where the leap years of the arithmetic are those of the astronomical calendar. */
  private static final int FIRST_YEAR = 1178;

  private static final int LAST_YEAR = 1633;

  private static final String DIGIT = "[0-9\u0660-\u0669\u06F0-\u06F9]";
  private static final Pattern NUMERIC =
      Pattern.compile("(" + DIGIT + "{4})([/-])(" + DIGIT + "{1,2})\\2(" + DIGIT + "{1,2})");

  private JalaliDate() {}

  /**
   * The date and the time of day in Tehran, as readers of news write it: {@code ۴ آذر ۱۳۹۴، ۱۸:۳۰}.
   *
   * @param instant a time in the Gregorian years -9999 to 9999
   * @throws DateTimeException if the time is outside these years
   */
  public static String format(Instant instant) {
    ZonedDateTime time = instant.atZone(TEHRAN);
    if (Math.abs(time.getYear()) > 9999) {
      throw new DateTimeException("No Jalali date is written for the year " + time.getYear());
    }
    Calendar calendar = calendar();
    calendar.setTimeInMillis(TimeUnit.DAYS.toMillis(time.toLocalDate().toEpochDay()));
    StringBuilder text = new StringBuilder(24);
    appendNumber(text, calendar.get(Calendar.DAY_OF_MONTH), 1);
    text.append(' ').append(MONTHS.get(calendar.get(Calendar.MONTH))).append(' ');
    appendNumber(text, calendar.get(Calendar.EXTENDED_YEAR), 1);
    text.append("\u060C ");
    appendNumber(text, time.getHour(), 2);
    text.append(':');
    appendNumber(text, time.getMinute(), 2);
    return text.toString();
  }

  /**
   * The day that a numeric Jalali date names: {@code 1398/06/24} or {@code ۱۳۹۸-۶-۲۴}.
   *
   * <p>Years are taken from 1178 to 1633 (1799 to 2254), where the calendar's arithmetic is proven;
   * so a Gregorian date such as {@code 2019/09/15} is not mistaken for a Jalali one.
   *
   * @param text year, month and day between two {@code /} or two {@code -}, in ASCII, Persian or
   *     Arabic digits
   * @return the Gregorian date; empty if this is no such date, or one that does not exist
   */
  public static Optional<LocalDate> parse(String text) {
    Matcher matcher = NUMERIC.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = number(matcher.group(1));
    int month = number(matcher.group(3));
    int day = number(matcher.group(4));
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS.size() || day < 1) {
      return Optional.empty();
    }
    Calendar calendar = calendar();
    calendar.set(year, month - 1, 1);
    if (day > calendar.getActualMaximum(Calendar.DAY_OF_MONTH)) {
      return Optional.empty();
    }
    calendar.set(year, month - 1, day);
    return Optional.of(
        LocalDate.ofEpochDay(TimeUnit.MILLISECONDS.toDays(calendar.getTimeInMillis())));
  }

  /** A calendar at the start of 1970 in UTC; calendars are mutable, so each call has its own. */
  private static Calendar calendar() {
    Calendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    calendar.setTimeInMillis(0);
    return calendar;
  }

  private static void appendNumber(StringBuilder text, int number, int width) {
    String ascii = Integer.toString(Math.abs(number));
    if (number < 0) {
      text.append('\u2212');
    }
    text.append("\u06F0".repeat(Math.max(0, width - ascii.length())));
    ascii.chars().forEach(digit -> text.append((char) (digit - '0' + '\u06F0')));
  }

  private static int number(String digits) {
    int number = 0;
    for (int index = 0; index < digits.length(); index++) {
      number = number * 10 + Character.digit(digits.charAt(index), 10);
    }
    return number;
  }
}
