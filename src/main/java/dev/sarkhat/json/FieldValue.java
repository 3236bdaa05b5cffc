package dev.sarkhat.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single values, wherever they stand, and notes what is wrong with them. */
final class FieldValue {

  private final List<FieldError> errors;

  /**
   * A reader.
   *
   * @param errors where to note what is wrong
   */
  FieldValue(List<FieldError> errors) {
    this.errors = errors;
  }

  /** A text up to a number of characters, or an empty one in its place. */
  String text(JsonNode value, String at, int limit) {
    if (!value.isTextual()) {
      errors.add(new FieldError(at, wrongType("a text", value)));
      return "";
    }
    String text = value.textValue();
    if (text.length() > limit && text.codePointCount(0, text.length()) > limit) {
      errors.add(new FieldError(at, "is longer than " + limit + " characters"));
      return "";
    }
    return text;
  }

  /** A text that shows something, or what stands in its place. */
  String visible(JsonNode value, String at, int limit) {
    int before = errors.size();
    String text = text(value, at, limit);
    if (errors.size() == before && FieldFormat.isBlank(text)) {
      errors.add(new FieldError(at, "has nothing but spaces"));
    }
    return text;
  }

  /** A date-time with its offset, or null in its place. */
  @Nullable Instant instant(JsonNode value, String at) {
    int before = errors.size();
    String text = text(value, at, FieldFormat.INSTANT_LENGTH);
    Instant instant = FieldFormat.instant(text);
    if (instant == null && errors.size() == before) {
      String reason =
          FieldFormat.isTooEarly(text)
              ? "is before "
                  + FieldFormat.EARLIEST_YEAR
                  + ": is it a Jalali date? Write the Gregorian one"
              : "is not an RFC 3339 date-time with its offset, as 2026-11-20T10:00:00+03:30";
      errors.add(new FieldError(at, reason));
    }
    return instant;
  }

  /** A whole number between two, or the least in its place. */
  long number(JsonNode value, String at, long least, long most) {
    if (!value.isNumber() || value.decimalValue().stripTrailingZeros().scale() > 0) {
      errors.add(new FieldError(at, "is not a whole number"));
      return least;
    }
    double number = value.doubleValue();
    if (number < least || number > most) {
      errors.add(new FieldError(at, "is not between " + least + " and " + most));
      return least;
    }
    return value.decimalValue().longValue();
  }

  /** The number of something, or 1 in its place. */
  long id(JsonNode value, String at) {
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0) {
      return value.longValue();
    }
    errors.add(new FieldError(at, "is not the number of anything: a whole number from 1"));
    return 1;
  }

  /** True or false, or false in its place. */
  boolean bool(JsonNode value, String at) {
    if (!value.isBoolean()) {
      errors.add(new FieldError(at, "is not true or false"));
    }
    return value.booleanValue();
  }

  /** What is said of a value of another type than is wanted. */
  static String wrongType(String wanted, JsonNode value) {
    JsonNodeType type = value.getNodeType();
    String found =
        switch (type) {
          case ARRAY -> "an array";
          case BOOLEAN -> "true or false";
          case NUMBER -> "a number";
          case OBJECT -> "an object";
          case STRING -> "a text";
          case NULL -> "null";
          case BINARY, MISSING, POJO -> "something else";
        };
    return "is not " + wanted + " but " + found;
  }
}
