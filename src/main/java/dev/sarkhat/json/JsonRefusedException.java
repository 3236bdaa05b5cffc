package dev.sarkhat.json;

import java.util.List;

/** What was sent is not a JSON object, or not one that can be stored. */
public final class JsonRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  JsonRefusedException(String pointer, String reason) {
    this(List.of(new FieldError(pointer, reason)));
  }

  JsonRefusedException(List<FieldError> errors) {
    super(errors.toString(), null, false, false);
    this.errors = List.copyOf(errors);
  }

  /** Everything that is wrong; at least one. */
  public List<FieldError> errors() {
    return errors;
  }
}
