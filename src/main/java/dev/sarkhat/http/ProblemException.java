package dev.sarkhat.http;

import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Its message is meant for the client. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** So that an answer stays short, however much is wrong with a long body. */
  private static final int MOST_ERRORS = 100;

  private final ProblemType type;
  private final transient List<ProblemError> errors;
  private final transient @Nullable Tombstone tombstone;

  private ProblemException(
      ProblemType type, String detail, List<ProblemError> errors, @Nullable Tombstone tombstone) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = errors;
    this.tombstone = tombstone;
  }

  /** A problem of the request as a whole. */
  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), null);
  }

  /**
   * A problem with one query parameter.
   *
   * @param parameter the parameter's name
   * @param detail what is wrong with its value, and what would be right
   */
  public static ProblemException ofParameter(ProblemType type, String parameter, String detail) {
    return new ProblemException(
        type,
        "The parameter \"" + parameter + "\" cannot be used: " + detail,
        List.of(ProblemError.ofParameter(parameter, detail)),
        null);
  }

  /**
   * A problem with fields of the body.
   *
   * @param errors every culprit by its pointer; at least one
   */
  public static ProblemException ofBody(List<FieldError> errors) {
    return ofFields(ProblemType.INVALID_BODY, "The body cannot be taken: see errors.", errors);
  }

  /**
   * Goes on if nothing is wrong with the body, of which every known field has been read.
   *
   * @throws ProblemException 400 naming all that is wrong, unknown fields too
   */
  public static void requireSound(JsonFields body) {
    body.refuseUnknown();
    if (!body.errors().isEmpty()) {
      throw ofBody(body.errors());
    }
  }

  /** A problem with one field of the body. */
  public static ProblemException ofField(String pointer, String reason) {
    return ofBody(List.of(new FieldError(pointer, reason)));
  }

  /**
   * A problem whose culprits are named by pointers.
   *
   * @param errors every culprit, of which the first {@value #MOST_ERRORS} are told; what each
   *     pointer points into, the detail tells
   */
  public static ProblemException ofFields(
      ProblemType type, String detail, List<FieldError> errors) {
    return new ProblemException(
        type, detail, errors.stream().limit(MOST_ERRORS).map(ProblemError::ofField).toList(), null);
  }

  /** Nothing public is here. The detail never tells whether something hidden is. */
  public static ProblemException notFound() {
    return of(ProblemType.NOT_FOUND, "There is nothing here.");
  }

  /** Another thing has what the field says, such as a slug. */
  public static ProblemException taken(String pointer, String reason) {
    return ofFields(
        ProblemType.CONFLICT,
        "Something else has that already: see errors.",
        List.of(new FieldError(pointer, reason)));
  }

  /** A body that is longer than it may be. */
  public static ProblemException tooLong(long longest) {
    return BodyLimit.tooLong(longest);
  }

  /** The server cannot answer now; the same request may succeed in a second. */
  public static ProblemException unavailable(String detail) {
    return of(ProblemType.UNAVAILABLE, detail);
  }

  /** An article that was public and has been withdrawn. */
  public static ProblemException gone(Tombstone tombstone) {
    return new ProblemException(
        ProblemType.GONE, "The article has been withdrawn.", List.of(), tombstone);
  }

  ProblemType type() {
    return type;
  }

  String detail() {
    return Objects.requireNonNull(getMessage());
  }

  List<ProblemError> errors() {
    return errors;
  }

  @Nullable Tombstone tombstone() {
    return tombstone;
  }
}
