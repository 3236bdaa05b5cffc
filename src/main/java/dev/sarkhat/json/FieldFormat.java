package dev.sarkhat.json;

import dev.sarkhat.text.LanguageTag;
import dev.sarkhat.text.Slug;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms that texts of an import may have to have; {@code openapi/import-line.schema.json} tells
 * the same.
 */
public final class FieldFormat {

  /** The longest address or path, in characters. */
  public static final int URL_LENGTH = 2_048;

  /** The longest language tag, in characters. */
  public static final int LANG_LENGTH = LanguageTag.MAXIMUM_LENGTH;

  /** No date-time is longer: nine digits of a second and more say nothing. */
  public static final int INSTANT_LENGTH = 64;

  /**
   * No instant of earlier years is taken. No newspaper article is as old, so such a year is a
   * mistake, mostly a Jalali date written like a Gregorian one (1403-05-01 would be in the Middle
   * Ages); and days before 1582 are other days to Java's old calendar, which JDBC drivers use, than
   * to its new one.
   */
  public static final int EARLIEST_YEAR = 1800;

  /** Where a day without a time begins. */
  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

  private static final String PART = "[\\p{L}\\p{N}\\p{M}&&[^\u0640]]+";
  private static final Pattern SLUG = Pattern.compile(PART + "(-" + PART + ")*");
  // The white space of JSON Schema's patterns (ECMA-262, "WhiteSpace" and "LineTerminator").
  private static final String SPACE =
      "\\s\u000B\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
  private static final Pattern BLANK = Pattern.compile("[" + SPACE + "]*");
  private static final Pattern URL =
      Pattern.compile("[Hh][Tt][Tt][Pp][Ss]?://[^/?#" + SPACE + "]+[^" + SPACE + "]*");
  private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^" + SPACE + "]*");
  private static final Pattern INSTANT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(?:(\\.[0-9]{1,9})[0-9]*)?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern EARLY =
      Pattern.compile("(0[0-9]|1[0-7])[0-9]{2}-[0-9]{2}-[0-9]{2}([Tt].*)?", Pattern.DOTALL);
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  // The first of them begins in March 1801.
  private static final Pattern JALALI_DAY =
      Pattern.compile("1(1[89]|[2-9][0-9])[0-9]/[0-9]{2}/[0-9]{2}");

  private FieldFormat() {}

  public static boolean isBlank(String text) {
    return BLANK.matcher(text).matches();
  }

  /** Letters and digits joined with single hyphens, in any case. */
  public static boolean isSlug(String text) {
    return SLUG.matcher(text).matches() && !Slug.of(text).isEmpty();
  }

  public static boolean isUrl(String text) {
    return URL.matcher(text).matches();
  }

  /** From the site's root, and not an address of another host. */
  public static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }

  public static boolean isLang(String text) {
    return LanguageTag.isValid(text);
  }

  /**
   * Whether the text has the form of a date-time, or of a date, of a year before {@link
   * #EARLIEST_YEAR}. The day need not exist: the second month of the Jalali year has 31.
   */
  public static boolean isTooEarly(String text) {
    return EARLY.matcher(text).matches();
  }

  /**
   * The instant that an RFC 3339 date-time names, in milliseconds; null if it names none, or one
   * that is too early.
   */
  public static @Nullable Instant instant(String text) {
    Matcher matcher = INSTANT.matcher(text);
    if (!matcher.matches() || isTooEarly(text)) {
      return null;
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    try {
      return OffsetDateTime.parse(matcher.group(1) + fraction + matcher.group(3))
          .toInstant()
          .truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /**
   * The beginning in Tehran of the day that an RFC 3339 full-date names; null if it names none, or
   * one that is too early.
   */
  public static @Nullable Instant day(String text) {
    if (!DAY.matcher(text).matches() || isTooEarly(text)) {
      return null;
    }
    try {
      return startOf(LocalDate.parse(text));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** Whether the text has the form of a Jalali date, which may still not exist. */
  public static boolean isJalaliDay(String text) {
    return JALALI_DAY.matcher(text).matches();
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(TEHRAN).toInstant();
  }

  /**
   * The path as it is looked up: decoded (RFC 3986, section 2.1) and in NFC, without a slash at its
   * end. What does not decode to UTF-8 stays as it is.
   */
  public static String decodedPath(String path) {
    String decoded = Normalizer.normalize(percentDecoded(path), Normalizer.Form.NFC);
    return decoded.length() > 1 && decoded.endsWith("/")
        ? decoded.substring(0, decoded.length() - 1)
        : decoded;
  }

  private static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
    for (int index = 0; index < bytes.length; index++) {
      int high = index + 2 < bytes.length ? Character.digit(bytes[index + 1], 16) : -1;
      int low = index + 2 < bytes.length ? Character.digit(bytes[index + 2], 16) : -1;
      if (bytes[index] != '%') {
        decoded.put(bytes[index]);
      } else if (high >= 0 && low >= 0) {
        decoded.put((byte) (high * 16 + low));
        index += 2;
      } else {
        return text;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException notText) {
      return text;
    }
  }
}
