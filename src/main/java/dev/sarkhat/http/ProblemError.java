package dev.sarkhat.http;

import dev.sarkhat.json.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One culprit within a request.
 *
 * @param parameter the query parameter's name
 * @param pointer a JSON pointer into the body (RFC 6901)
 * @param detail what is wrong with it, and what would be right
 */
@Schema(name = "ProblemError", description = "One culprit within the request.")
public record ProblemError(
    @Schema(examples = "limit", description = "The query parameter.") @Nullable String parameter,
    @Schema(examples = "/title", description = "A JSON pointer into the body (RFC 6901).")
        @Nullable String pointer,
    @Schema(required = true, examples = "Must be a whole number from 1 to 100.") String detail) {

  static ProblemError ofParameter(String parameter, String detail) {
    return new ProblemError(parameter, null, detail);
  }

  static ProblemError ofField(FieldError error) {
    return new ProblemError(null, error.pointer(), error.reason());
  }
}
