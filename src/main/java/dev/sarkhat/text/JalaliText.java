package dev.sarkhat.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Jalali date as pages write it: «۴ آذر ۱۳۹۴», «چهارشنبه، ۴ آذر ۹۴ ساعت ۱۸:۳۰», «۱۳۹۴/۰۹/۰۴
 * - ۱۸:۳۰», «چهارم آذرماه ۱۳۹۴».
 *
 * <p>Names are read in every spelling ({@link MatchKey}): with both alphabets' letters, with or
 * without half-spaces; digits are of any of the three sets. The whole text must be a date: nothing
 * is guessed from a part. One instance reads one text.
 */
public final class JalaliText {

  /** Longer texts are no dates. */
  private static final int LONGEST = 100;

  /** A year of two digits is the one within this hundred. */
  private static final int FIRST_SHORT_YEAR = 1320;

  private static final int LONGEST_DAY_IN_WORDS = 3;
  private static final int LAST_DAY_OF_MONTH = 31;

  private static final String DIGITS = "[0-9\u0660-\u0669\u06F0-\u06F9]+";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>"
              + DIGITS
              + "(?:[:/-]"
              + DIGITS
              + ")*)"
              + "|(?<word>[\\p{L}\\p{M}\u200C\u0640]+)"
              + "|(?<between>[\\s\\p{Z}\\p{Cf}\u060C,\\-\u2013\u2014|]+)");

  /** What may stand beside the parts of a date and says nothing. */
  private static final Set<String> LABELS =
      Set.of("روز", "مورخ", "مورخه", "تاریخ", "سال", "ماه", "شمسی", "خورشیدی", "هجری");

  private static final String HOUR = "ساعت";

  private @Nullable LocalDate numeric;
  private @Nullable LocalTime time;
  private @Nullable DayOfWeek weekday;
  private int year;
  private int month;
  private int day;
  private boolean hourNext;

  private JalaliText() {}

  /**
   * What was read.
   *
   * @param date the day in the ISO calendar
   * @param time the time of day in Tehran; empty if the text has none
   */
  public record Written(LocalDate date, Optional<LocalTime> time) {

    /** The moment in Tehran; the beginning of the day if there is no time of day. */
    public Instant instant() {
      return time.map(each -> date.atTime(each).atZone(JalaliDate.TEHRAN))
          .orElseGet(() -> date.atStartOfDay(JalaliDate.TEHRAN))
          .toInstant();
    }
  }

  /**
   * The date, and the time of day if there is one.
   *
   * <p>A year of two digits is taken for one from 1320 to 1419. Years are read from 1178 to 1633.
   *
   * @return empty if the text is not one date that exists, or names another weekday than the date's
   */
  public static Optional<Written> parse(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : tokens(text).flatMap(tokens -> new JalaliText().read(tokens));
  }

  /** Words and numbers; empty if there is anything else between them than separators. */
  private static Optional<List<String>> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find() || matcher.start() != at) {
        return Optional.empty();
      }
      if (matcher.group("between") == null) {
        tokens.add(matcher.group());
      }
      at = matcher.end();
    }
    return Optional.of(tokens);
  }

  private Optional<Written> read(List<String> tokens) {
    int at = 0;
    while (at < tokens.size()) {
      int taken = isNumber(tokens.get(at)) ? number(tokens.get(at)) : words(tokens, at);
      if (taken == 0) {
        return Optional.empty();
      }
      at += taken;
    }
    Optional<LocalDate> date =
        numeric == null ? new JalaliDay(year, month, day).toLocalDate() : Optional.of(numeric);
    return hourNext
        ? Optional.empty()
        : date.filter(each -> weekday == null || weekday == each.getDayOfWeek())
            .map(each -> new Written(each, Optional.ofNullable(time)));
  }

  /** Answers how many tokens were taken: none if the number does not fit what was read so far. */
  private int number(String token) {
    if (token.indexOf(':') >= 0 || hourNext) {
      return take(time == null && readTime(token));
    }
    if (token.indexOf('/') >= 0 || token.indexOf('-') >= 0) {
      boolean first = numeric == null && day == 0 && month == 0 && year == 0;
      numeric = first ? JalaliDate.parse(token).orElse(null) : null;
      return take(numeric != null);
    }
    if (numeric != null || token.length() > 4) {
      return 0;
    }
    int value = JalaliDate.number(token);
    if (token.length() <= 2 && value >= 1 && value <= LAST_DAY_OF_MONTH && day == 0) {
      day = value;
      return 1;
    }
    if (year != 0 || token.length() == 1 || token.length() == 3) {
      return 0;
    }
    year = token.length() == 2 ? withCentury(value) : value;
    return take(year != 0);
  }

  private static int withCentury(int value) {
    int century = FIRST_SHORT_YEAR / 100 * 100;
    return value >= FIRST_SHORT_YEAR % 100 ? century + value : century + 100 + value;
  }

  private boolean readTime(String token) {
    hourNext = false;
    String[] parts = token.split(":", -1);
    try {
      int minute = parts.length > 1 ? JalaliDate.number(parts[1]) : 0;
      int second = parts.length > 2 ? JalaliDate.number(parts[2]) : 0;
      boolean written = parts.length <= 3 && List.of(parts).stream().allMatch(this::isShort);
      time = written ? LocalTime.of(JalaliDate.number(parts[0]), minute, second) : null;
    } catch (DateTimeException e) {
      time = null;
    }
    return time != null;
  }

  private boolean isShort(String part) {
    return part.length() <= 2 && isNumber(part) && part.indexOf('/') < 0 && part.indexOf('-') < 0;
  }

  /** The longest name that begins here: «سه شنبه», «بیست و یکم»; answers its tokens. */
  private int words(List<String> tokens, int from) {
    for (int length = LONGEST_DAY_IN_WORDS; length > 0; length--) {
      if (from + length <= tokens.size()) {
        List<String> words = tokens.subList(from, from + length);
        if (words.stream().noneMatch(JalaliText::isNumber)
            && name(MatchKey.of(String.join("", words)))) {
          return length;
        }
      }
    }
    return 0;
  }

  private boolean name(String key) {
    if (LABELS.contains(key)) {
      return true;
    }
    if (key.equals(HOUR)) {
      boolean first = !hourNext && time == null;
      hourNext = true;
      return first;
    }
    DayOfWeek namedWeekday = JalaliNames.weekdaysByKey().get(key);
    if (namedWeekday != null) {
      boolean first = weekday == null;
      weekday = namedWeekday;
      return first;
    }
    if (JalaliNames.monthOf(key) != 0 && month == 0 && numeric == null) {
      month = JalaliNames.monthOf(key);
      return true;
    }
    if (JalaliNames.dayOf(key) != 0 && day == 0 && numeric == null) {
      day = JalaliNames.dayOf(key);
      return true;
    }
    return false;
  }

  private static boolean isNumber(String token) {
    return !token.isEmpty() && Character.isDigit(token.charAt(0));
  }

  private static int take(boolean fits) {
    return fits ? 1 : 0;
  }
}
