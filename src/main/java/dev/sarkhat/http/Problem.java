package dev.sarkhat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as every part of the API tells it (RFC 9457).
 *
 * @param type the problem type's URI
 * @param title the problem type in words, the same for every occurrence
 * @param status the HTTP status code, again
 * @param detail what happened this time
 * @param instance the path that was asked for
 * @param code the problem type's stable short name, to switch on
 * @param errors the culprits, where they can be named
 * @param tombstone what remains of a withdrawn article, with 410
 * @param traceId finds this request in the server's log
 */
@Schema(name = "Problem", description = "An error (RFC 9457). `code` is stable: switch on it.")
public record Problem(
    @Schema(required = true, examples = "urn:sarkhat:problem:invalid-parameter") String type,
    @Schema(required = true, examples = "Invalid parameter") String title,
    @Schema(required = true, examples = "400") int status,
    @Schema(required = true, examples = "The parameter \"limit\" is not valid.") String detail,
    @Schema(required = true, examples = "/v1/articles") String instance,
    @Schema(required = true, examples = "invalid-parameter") String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProblemError> errors,
    @Nullable Tombstone tombstone,
    @Schema(required = true, examples = "4bf92f3577b34da6a3ce929d0e0e4736") String traceId) {

  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemException thrown, String instance, String traceId) {
    ProblemType type = thrown.type();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        thrown.detail(),
        instance,
        type.code(),
        thrown.errors(),
        thrown.tombstone(),
        traceId);
  }
}
