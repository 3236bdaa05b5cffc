package dev.sarkhat.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of the Solar Hijri (Jalali) calendar, the civil calendar of Iran.
 *
 * <p>ICU does the arithmetic. The names of the months and the digits are our own, so that no locale
 * and no version of its data changes what readers see, and ICU's formatters, which are not
 * thread-safe, are not needed. Dates in words are read by {@link JalaliText}, spans of time are
 * {@link JalaliRange}.
 */
public final class JalaliDate {

  /** The civil time of Iran. */
  public static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

  private static final int LAST_WRITTEN_YEAR = 9999;

  private static final String DIGIT = "[0-9\u0660-\u0669\u06F0-\u06F9]";
  private static final Pattern NUMERIC =
      Pattern.compile("(" + DIGIT + "{4})([/-])(" + DIGIT + "{1,2})\\2(" + DIGIT + "{1,2})");

  private JalaliDate() {}

  /** How a day is written. */
  public enum Style {
    /** {@code چهارشنبه ۴ آذر ۱۳۹۴}. */
    LONG,
    /** {@code ۴ آذر ۱۳۹۴}. */
    MEDIUM,
    /** {@code ۱۳۹۴/۰۹/۰۴}. */
    SHORT
  }

  /**
   * The date and the time of day in Tehran, as readers of news write it: {@code ۴ آذر ۱۳۹۴، ۱۸:۳۰}.
   *
   * @param instant a time in the Gregorian years -9999 to 9999
   * @throws DateTimeException if the time is outside these years
   */
  public static String format(Instant instant) {
    return format(instant, Style.MEDIUM);
  }

  /**
   * The date in this style and the time of day, both in Tehran: {@code چهارشنبه ۴ آذر ۱۳۹۴، ۱۸:۳۰}.
   *
   * @param instant a time in the Gregorian years -9999 to 9999
   * @throws DateTimeException if the time is outside these years
   */
  public static String format(Instant instant, Style style) {
    ZonedDateTime time = instant.atZone(TEHRAN);
    StringBuilder text = new StringBuilder(32);
    append(text, time.toLocalDate(), style);
    text.append("\u060C ");
    appendNumber(text, time.getHour(), 2);
    text.append(':');
    appendNumber(text, time.getMinute(), 2);
    return text.toString();
  }

  /**
   * The Jalali day that a Gregorian date names.
   *
   * @param date in the Gregorian years -9999 to 9999
   * @throws DateTimeException if the date is outside these years
   */
  public static String format(LocalDate date, Style style) {
    StringBuilder text = new StringBuilder(24);
    append(text, date, style);
    return text.toString();
  }

  /** The month in Tehran in which an instant lies: {@code آذر ۱۳۹۴}. */
  public static String formatMonth(Instant instant) {
    String day = format(instant.atZone(TEHRAN).toLocalDate(), Style.MEDIUM);
    return day.substring(day.indexOf(' ') + 1);
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
    return new JalaliDay(
            number(matcher.group(1)), number(matcher.group(3)), number(matcher.group(4)))
        .toLocalDate();
  }

  /** The number that a few decimal digits of any set write. */
  static int number(String digits) {
    int number = 0;
    for (int index = 0; index < digits.length(); index++) {
      number = number * 10 + Character.digit(digits.charAt(index), 10);
    }
    return number;
  }

  private static void append(StringBuilder text, LocalDate date, Style style) {
    if (Math.abs(date.getYear()) > LAST_WRITTEN_YEAR) {
      throw new DateTimeException("No Jalali date is written for the year " + date.getYear());
    }
    JalaliDay day = JalaliDay.of(date);
    switch (style) {
      case LONG -> {
        text.append(JalaliNames.weekday(date.getDayOfWeek())).append(' ');
        appendInWords(text, day);
      }
      case MEDIUM -> appendInWords(text, day);
      case SHORT -> {
        appendNumber(text, day.year(), 4);
        text.append('/');
        appendNumber(text, day.month(), 2);
        text.append('/');
        appendNumber(text, day.day(), 2);
      }
    }
  }

  private static void appendInWords(StringBuilder text, JalaliDay day) {
    appendNumber(text, day.day(), 1);
    text.append(' ').append(JalaliNames.month(day.month())).append(' ');
    appendNumber(text, day.year(), 1);
  }

  private static void appendNumber(StringBuilder text, int number, int width) {
    String ascii = Integer.toString(Math.abs(number));
    if (number < 0) {
      text.append('\u2212');
    }
    text.append("\u06F0".repeat(Math.max(0, width - ascii.length())));
    ascii.chars().forEach(digit -> text.append((char) (digit - '0' + '\u06F0')));
  }
}
