package dev.sarkhat.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the problems that operations answer with. */
final class ProblemDocumentation {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  /** As of IETF draft-ietf-httpapi-ratelimit-headers. */
  static final Header RATE_LIMIT_POLICY =
      ApiConventions.text("How many requests a minute are taken, such as `\"key\";q=600;w=60`.");

  /** Says how much of the policy is left. */
  static final Header RATE_LIMIT =
      ApiConventions.text(
          "How many are left (`r`), and in how many seconds all are there again (`t`), such as"
              + " `\"key\";r=599;t=1`.");

  private ProblemDocumentation() {}

  /** The responses by the names under which operations refer to them. */
  static Map<String, APIResponse> responses() {
    Map<String, APIResponse> responses = new LinkedHashMap<>();
    responses.put(
        "BadRequest",
        response(
            "Something in the request is unknown or malformed; `errors` names the culprit.",
            ProblemType.INVALID_PARAMETER,
            "The parameter \"limit\" cannot be used: It must be a whole number from 1 to 100.",
            Map.of("errors", List.of(culprit()))));
    responses.put(
        "NotFound",
        response(
            "Nothing public is here.", ProblemType.NOT_FOUND, "There is nothing here.", Map.of()));
    responses.put(
        "NotAcceptable",
        response(
            "The resource has none of the forms that the `Accept` field names.",
            ProblemType.NOT_ACCEPTABLE,
            ProblemMappers.detail(ProblemType.NOT_ACCEPTABLE),
            Map.of()));
    responses.put(
        "Gone",
        response(
            "The article has been withdrawn; its tombstone tells when and why.",
            ProblemType.GONE,
            "The article has been withdrawn.",
            Map.of("tombstone", tombstone())));
    responses.put(
        "UriTooLong",
        response(
            "The address is longer than the server takes.",
            ProblemType.URI_TOO_LONG,
            HeadLimits.LINE_DETAIL,
            Map.of()));
    responses.put(
        "HeaderFieldsTooLarge",
        response(
            "The request has more header fields, or longer ones, than the server takes.",
            ProblemType.HEADER_FIELDS_TOO_LARGE,
            HeadLimits.FIELDS_DETAIL,
            Map.of()));
    responses.put(
        "InternalError",
        response(
            "The server failed.",
            ProblemType.INTERNAL_ERROR,
            "The server failed; tell its operator the traceId.",
            Map.of()));
    responses.put("TooManyRequests", tooManyRequests());
    APIResponse unavailable =
        response(
            "The server cannot answer now; try again after `Retry-After` seconds.",
            ProblemType.UNAVAILABLE,
            "The database cannot be reached now.",
            Map.of());
    unavailable.addHeader("Retry-After", seconds());
    responses.put("Unavailable", unavailable);
    return responses;
  }

  private static APIResponse tooManyRequests() {
    APIResponse response =
        response(
            "More requests than the caller may send; go on after `Retry-After` seconds.",
            ProblemType.TOO_MANY_REQUESTS,
            "Too many requests: go on in 3 seconds.",
            Map.of());
    response.addHeader("Retry-After", seconds());
    response.addHeader("RateLimit-Policy", RATE_LIMIT_POLICY);
    response.addHeader("RateLimit", RATE_LIMIT);
    return response;
  }

  private static Header seconds() {
    return OASFactory.createHeader()
        .description("In seconds.")
        .schema(
            OASFactory.createSchema()
                .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER));
  }

  /** The responses of the newsroom's operations, by the names under which they refer to them. */
  static Map<String, APIResponse> newsroomResponses() {
    Map<String, APIResponse> responses = new LinkedHashMap<>();
    put(
        responses,
        "Unauthenticated",
        "No credentials, or none that are valid now.",
        ProblemType.UNAUTHENTICATED,
        "The credentials are not valid, or not any more.");
    put(
        responses,
        "Forbidden",
        "The caller is known and may not do this.",
        ProblemType.FORBIDDEN,
        "This takes the role editor or one above it in its section.");
    put(
        responses,
        "Hidden",
        "There is no such thing, or the caller may not see it.",
        ProblemType.NOT_FOUND,
        "There is nothing here.");
    put(
        responses,
        "RequestTimeout",
        "The body did not arrive in time.",
        ProblemType.REQUEST_TIMEOUT,
        "The body did not arrive in time.");
    put(
        responses,
        "Conflict",
        "What is there does not allow it: see `code` and `detail`.",
        ProblemType.CONFLICT,
        "What is withdrawn can be restored, and not published.");
    put(
        responses,
        "PreconditionFailed",
        "Somebody has changed it since the revision that `If-Match` names.",
        ProblemType.PRECONDITION_FAILED,
        "It was changed meanwhile, and its revision is 4 now: read it again, and change that.");
    put(
        responses,
        "ContentTooLarge",
        "The body is longer than the server takes.",
        ProblemType.CONTENT_TOO_LARGE,
        "The body is longer than 2097152 bytes.");
    put(
        responses,
        "UnsupportedMediaType",
        "The resource does not take a body of this `Content-Type`.",
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemMappers.detail(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    put(
        responses,
        "KeyReused",
        "The `Idempotency-Key` was used with another request before.",
        ProblemType.KEY_REUSED,
        "This Idempotency-Key was used with another address or body: make a new key for each request.");
    put(
        responses,
        "PreconditionRequired",
        "`If-Match` is missing, which says what the change is a change of.",
        ProblemType.PRECONDITION_REQUIRED,
        "Send If-Match with the ETag of what you have read, such as If-Match: \"3\".");
    return responses;
  }

  private static void put(
      Map<String, APIResponse> responses,
      String name,
      String description,
      ProblemType type,
      String detail) {
    responses.put(name, response(description, type, detail, Map.of()));
  }

  // In a fixed order: the document is compared with the committed one.

  private static Map<String, Object> culprit() {
    Map<String, Object> culprit = new LinkedHashMap<>();
    culprit.put("parameter", "limit");
    culprit.put("detail", "It must be a whole number from 1 to 100.");
    return culprit;
  }

  private static Map<String, Object> tombstone() {
    Map<String, Object> tombstone = new LinkedHashMap<>();
    tombstone.put("id", 1023);
    tombstone.put("withdrawnAt", "2026-11-20T09:30:00.000Z");
    tombstone.put("reason", "خبر نادرست بود.");
    return tombstone;
  }

  private static APIResponse response(
      String description, ProblemType type, String detail, Map<String, Object> extensions) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", type.uri());
    example.put("title", type.title());
    example.put("status", type.status());
    example.put("detail", detail);
    example.put("instance", "/v1/articles");
    example.put("code", type.code());
    example.putAll(extensions);
    example.put("traceId", TRACE_ID);
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                        .example(example)));
  }
}
