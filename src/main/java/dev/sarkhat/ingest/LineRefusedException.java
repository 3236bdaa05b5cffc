package dev.sarkhat.ingest;

import dev.sarkhat.json.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line cannot be taken. Nothing of it has been written. */
final class LineRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;
  private final @Nullable String externalId;

  LineRefusedException(List<FieldError> errors, @Nullable String externalId) {
    super(errors.toString(), null, false, false);
    this.errors = List.copyOf(errors);
    this.externalId = externalId;
  }

  LineRefusedException(String pointer, String reason) {
    this(List.of(new FieldError(pointer, reason)), null);
  }

  /** What the report says of it. */
  List<Refusal> refusals(long line) {
    return errors.stream()
        .map(error -> new Refusal(line, externalId, error.pointer(), error.reason()))
        .toList();
  }
}
