package dev.sarkhat.http;

import dev.sarkhat.json.FieldFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of query parameters. Whatever cannot be read ends the request with 400 and the
 * parameter's name; the framework's own conversion would answer 404 without a word (Jakarta REST
 * 3.1, section 3.2).
 */
public final class Parameters {

  /** The number of items on a page when the client does not say. */
  public static final int DEFAULT_LIMIT = 20;

  /** The largest number of items on a page. */
  public static final int MAXIMUM_LIMIT = 100;

  private static final int MAXIMUM_CHOICES = 100;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Parameters() {}

  /** The problem of a value that the parameter cannot take. */
  public static ProblemException invalid(String name, String detail) {
    return ProblemException.ofParameter(ProblemType.INVALID_PARAMETER, name, detail);
  }

  /** The number of items on a page: 1 to {@link #MAXIMUM_LIMIT}. */
  public static int limit(@Nullable String value) {
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    if (WHOLE_NUMBER.matcher(value).matches() && value.length() <= 3) {
      int limit = Integer.parseInt(value);
      if (limit <= MAXIMUM_LIMIT) {
        return limit;
      }
    }
    throw invalid("limit", "It must be a whole number from 1 to " + MAXIMUM_LIMIT + ".");
  }

  /** An instant in RFC 3339 form, with any offset; null where the parameter is absent. */
  public static @Nullable Instant instant(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    Instant instant = instantOrNull(value);
    if (instant == null && FieldFormat.isTooEarly(value)) {
      throw invalid(
          name,
          "It is before "
              + FieldFormat.EARLIEST_YEAR
              + ": is it a Jalali date? Parameters take Gregorian ones, such as 2026-11-20T15:00:00Z.");
    }
    if (instant == null) {
      throw invalid(
          name,
          "It must be an RFC 3339 date-time such as 2026-11-20T15:00:00Z; a + before an offset is written %2B.");
    }
    return instant;
  }

  /** An instant in RFC 3339 form, or null where the text is none, or one too early for news. */
  static @Nullable Instant instantOrNull(String value) {
    if (FieldFormat.isTooEarly(value)) {
      return null;
    }
    try {
      Instant instant =
          OffsetDateTime.parse(value, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
      return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    } catch (DateTimeException e) {
      // The caller tells it in words that help more than the parser's.
      return null;
    }
  }

  /** One of the values that a parameter knows, by their names in the API. */
  public static <E extends Enum<E>> @Nullable E oneOf(
      String name, @Nullable String value, Class<E> type, Function<E, String> wireName) {
    return value == null ? null : choice(name, value, type, wireName);
  }

  /** One of the values that a parameter knows, or the default. */
  public static <E extends Enum<E>> E oneOf(
      String name, @Nullable String value, E whenAbsent, Function<E, String> wireName) {
    return value == null
        ? whenAbsent
        : choice(name, value, whenAbsent.getDeclaringClass(), wireName);
  }

  private static <E extends Enum<E>> E choice(
      String name, String value, Class<E> type, Function<E, String> wireName) {
    for (E constant : type.getEnumConstants()) {
      if (wireName.apply(constant).equals(value)) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants()).map(wireName).collect(Collectors.joining(", "));
    throw invalid(name, "It must be one of " + known + ".");
  }

  /** Several of the values that a parameter knows, separated by commas. */
  public static <E extends Enum<E>> Set<E> someOf(
      String name, @Nullable String value, Class<E> type, Function<E, String> wireName) {
    return items(name, value).stream()
        .map(item -> choice(name, item, type, wireName))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The items of a comma-separated value, in order, each once; none where the parameter is absent.
   */
  public static Set<String> items(String name, @Nullable String value) {
    if (value == null) {
      return Set.of();
    }
    Set<String> items = new LinkedHashSet<>(Arrays.asList(value.split(",", -1)));
    if (items.contains("")) {
      throw invalid(name, "It holds an empty item; items are separated by single commas.");
    }
    if (items.size() > MAXIMUM_CHOICES) {
      throw invalid(name, "It holds more than " + MAXIMUM_CHOICES + " items.");
    }
    return items;
  }

  /**
   * The values of a parameter that may repeat: each value a choice of items (comma is OR), and
   * every value to be met (repeated is AND).
   */
  public static List<Set<String>> choices(String name, List<String> values) {
    if (values.size() > 10) {
      throw invalid(name, "It may be repeated up to 10 times.");
    }
    List<Set<String>> choices = new ArrayList<>();
    for (String value : values) {
      choices.add(items(name, value));
    }
    return choices;
  }

  /** The numeric ids of a comma-separated value. */
  public static Set<Long> ids(String name, @Nullable String value) {
    return items(name, value).stream()
        .map(item -> id(item))
        .map(
            id -> {
              if (id == null) {
                throw invalid(name, "Its items must be whole numbers.");
              }
              return id;
            })
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * A path as a browser's {@code location.pathname} gives it, decoded; anything else is left as it
   * is.
   */
  public static String percentDecoded(String name, String value) {
    if (value.indexOf('%') < 0 || value.chars().anyMatch(c -> c > 0x7e)) {
      return value;
    }
    try {
      return QueryString.decode(value, false);
    } catch (QueryString.MalformedException e) {
      throw invalid(name, e.getMessage() == null ? "It cannot be decoded." : e.getMessage());
    }
  }

  /** A numeric id, or null where the text is none: an address that leads nowhere. */
  public static @Nullable Long id(String text) {
    return WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }
}
