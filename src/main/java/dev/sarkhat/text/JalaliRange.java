package dev.sarkhat.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jalali year, month or day as a span of time in Tehran.
 *
 * <p>A day begins at midnight in Tehran, or at one o'clock where summer time began at midnight (in
 * spring until 2022), and ends where the next one begins; so ranges that follow each other leave no
 * gap and do not overlap.
 *
 * @param from the first instant
 * @param to the first instant after it
 */
public record JalaliRange(Instant from, Instant to) {

  private static final String DIGIT = "[0-9\u0660-\u0669\u06F0-\u06F9]";
  private static final Pattern PARTS =
      Pattern.compile(
          "(" + DIGIT + "{4})(?:([/-])(" + DIGIT + "{1,2})(?:\\2(" + DIGIT + "{1,2}))?)?");

  /** The year; empty outside 1178 to 1632. */
  public static Optional<JalaliRange> ofYear(int year) {
    return between(new JalaliDay(year, 1, 1), new JalaliDay(year + 1, 1, 1));
  }

  /** The month from 1 to 12; empty if there is none, or the year is outside 1178 to 1632. */
  public static Optional<JalaliRange> ofMonth(int year, int month) {
    boolean last = month == JalaliDay.MONTHS;
    return between(
        new JalaliDay(year, month, 1),
        new JalaliDay(last ? year + 1 : year, last ? 1 : month + 1, 1));
  }

  /** The day; empty if it does not exist, or the year is outside 1178 to 1633. */
  public static Optional<JalaliRange> ofDay(int year, int month, int day) {
    return new JalaliDay(year, month, day)
        .toLocalDate()
        .map(date -> new JalaliRange(midnight(date), midnight(date.plusDays(1))));
  }

  /**
   * The span that {@code 1394}, {@code 1394-09} or {@code 1394-09-04} names, also with {@code /}
   * and in Persian or Arabic digits; empty for anything else.
   */
  public static Optional<JalaliRange> parse(String text) {
    Matcher matcher = PARTS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = JalaliDate.number(matcher.group(1));
    if (matcher.group(3) == null) {
      return ofYear(year);
    }
    int month = JalaliDate.number(matcher.group(3));
    return matcher.group(4) == null
        ? ofMonth(year, month)
        : ofDay(year, month, JalaliDate.number(matcher.group(4)));
  }

  /**
   * The year and month in Tehran in which an instant lies, {@code 1394-09}: in ASCII digits, so
   * that keys sort by time, and readable by {@link #parse}.
   */
  public static String monthKey(Instant instant) {
    JalaliDay day = JalaliDay.of(instant.atZone(JalaliDate.TEHRAN).toLocalDate());
    return padded(day.year(), 4) + "-" + padded(day.month(), 2);
  }

  /** Whether the instant lies in this span. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  private static Optional<JalaliRange> between(JalaliDay first, JalaliDay next) {
    return first
        .toLocalDate()
        .flatMap(
            from -> next.toLocalDate().map(to -> new JalaliRange(midnight(from), midnight(to))));
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(JalaliDate.TEHRAN).toInstant();
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(Math.abs(number));
    return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
