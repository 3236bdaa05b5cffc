package dev.sarkhat.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * The whole catalogue of problems. A code, once published, keeps its meaning: clients switch on it.
 */
public enum ProblemType {
  /** The request cannot be read as HTTP, such as a broken escape or an encoding error. */
  MALFORMED_REQUEST("malformed-request", 400, "The request is malformed"),
  /** A query parameter that the resource does not have. */
  UNKNOWN_PARAMETER("unknown-parameter", 400, "Unknown parameter"),
  /** A query parameter that takes one value was given more than once. */
  REPEATED_PARAMETER("repeated-parameter", 400, "Repeated parameter"),
  /** A value that its parameter cannot take. */
  INVALID_PARAMETER("invalid-parameter", 400, "Invalid parameter"),
  /** A filter that names something that does not exist, such as a section's slug. */
  UNKNOWN_VALUE("unknown-value", 400, "Unknown value"),
  /** A cursor that is damaged, or was made for another list. */
  INVALID_CURSOR("invalid-cursor", 400, "Invalid cursor"),
  /** A name in {@code fields} or {@code include} that the answer does not have. */
  UNKNOWN_FIELD("unknown-field", 400, "Unknown field"),
  /** A body that is not JSON, or has a field that is unknown, missing, or of a wrong form. */
  INVALID_BODY("invalid-body", 400, "Invalid body"),
  /** A request field, such as {@code If-Match}, that is not of its form. */
  INVALID_HEADER("invalid-header", 400, "Invalid header field"),
  /** There are no credentials, or none that are valid now. */
  UNAUTHENTICATED("unauthenticated", 401, "Not authenticated"),
  /** The caller is known and may not do this. */
  FORBIDDEN("forbidden", 403, "Forbidden"),
  /** Nothing public is here. What is not public answers exactly as what never was. */
  NOT_FOUND("not-found", 404, "Not found"),
  /** The resource is read only. */
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
  /** The client accepts none of the forms that the resource has. */
  NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
  /** The body did not arrive in time. */
  REQUEST_TIMEOUT("request-timeout", 408, "Request timeout"),
  /** What is there does not allow it, such as publishing what has been withdrawn. */
  CONFLICT("conflict", 409, "Conflict"),
  /** It cannot be deleted, for something uses it. */
  IN_USE("in-use", 409, "In use"),
  /** A request with the same {@code Idempotency-Key} is being worked on. */
  IN_PROGRESS("in-progress", 409, "In progress"),
  /** An article that was public and has been withdrawn. */
  GONE("gone", 410, "Withdrawn"),
  /** Somebody has changed it since the revision that {@code If-Match} names. */
  PRECONDITION_FAILED("precondition-failed", 412, "Changed meanwhile"),
  /** The body is longer than the server takes. */
  CONTENT_TOO_LARGE("content-too-large", 413, "Content too large"),
  /** The request line, which holds the address, is longer than the server takes. */
  URI_TOO_LONG("uri-too-long", 414, "Address too long"),
  /** The body is of a form that the resource does not take. */
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
  /** The {@code Idempotency-Key} was used with another request before. */
  KEY_REUSED("key-reused", 422, "Idempotency key reused"),
  /** {@code If-Match} is missing, which says what the change is a change of. */
  PRECONDITION_REQUIRED("precondition-required", 428, "Precondition required"),
  /** More requests than the caller may send; {@code Retry-After} says when to go on. */
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
  /** There are more header fields, or longer ones, than the server takes. */
  HEADER_FIELDS_TOO_LARGE("header-fields-too-large", 431, "Header fields too large"),
  /** A defect of the server. */
  INTERNAL_ERROR("internal-error", 500, "Internal error"),
  /** The server cannot answer now, such as while the database is away. */
  UNAVAILABLE("unavailable", 503, "Temporarily unavailable");

  private final String code;
  private final int status;
  private final String title;

  ProblemType(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  /** The stable, machine-readable name. */
  public String code() {
    return code;
  }

  /** The problem type's URI (RFC 9457, section 3.1.1): a name, nothing to fetch. */
  public String uri() {
    return "urn:sarkhat:problem:" + code;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /**
   * The catalogue's entry for a status that a library chose; its first entry where there are
   * several.
   */
  static Optional<ProblemType> of(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
  }
}
