package dev.sarkhat.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;

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
