package dev.sarkhat.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.text.StorableText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what cannot be stored in a JSON object: characters that no output can carry, numbers
 * without a double near them, and {@code null}, which is not how a line leaves a field out, but may
 * stand in the sender's own attributes.
 */
public final class StorableJson {

  /** The decimal exponents of doubles; PostgreSQL's numbers go further. */
  private static final int GREATEST_EXPONENT = 308;

  private StorableJson() {}

  public static List<FieldError> errors(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    check(object, "", false, errors);
    return errors;
  }

  private static void check(
      JsonNode value, String pointer, boolean nullAllowed, List<FieldError> errors) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              member -> {
                String at = FieldError.below(pointer, member.getKey());
                checkText(member.getKey(), pointer, "has a key that contains ", errors);
                check(
                    member.getValue(),
                    at,
                    nullAllowed || pointer.startsWith("/attributes"),
                    errors);
              });
    } else if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        check(value.get(index), pointer + "/" + index, nullAllowed, errors);
      }
    } else if (value.isTextual()) {
      checkText(value.textValue(), pointer, "contains ", errors);
    } else if (value.isNumber()) {
      checkNumber(value.decimalValue(), pointer, errors);
    } else if (value.isNull() && !nullAllowed) {
      errors.add(new FieldError(pointer, "is null; leave out what is absent"));
    }
  }

  private static void checkText(
      String text, String pointer, String before, List<FieldError> errors) {
    StorableText.firstOffence(text)
        .ifPresent(
            offence ->
                errors.add(
                    new FieldError(
                        pointer,
                        before
                            + offence.reason().description()
                            + " at character "
                            + (text.codePointCount(0, offence.index()) + 1))));
  }

  private static void checkNumber(BigDecimal number, String pointer, List<FieldError> errors) {
    long exponent = (long) number.precision() - number.scale();
    if (number.signum() != 0 && Math.abs(exponent) > GREATEST_EXPONENT
        || Math.abs((long) number.scale()) > 2 * GREATEST_EXPONENT) {
      errors.add(new FieldError(pointer, "is a number out of range"));
    }
  }
}
