package dev.sarkhat.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the problems that operations answer with. */
final class ProblemDocumentation {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

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
    APIResponse unavailable =
        response(
            "The server cannot answer now; try again after `Retry-After` seconds.",
            ProblemType.UNAVAILABLE,
            "The database cannot be reached now.",
            Map.of());
    unavailable.addHeader(
        "Retry-After",
        OASFactory.createHeader()
            .description("In seconds.")
            .schema(
                OASFactory.createSchema()
                    .addType(
                        org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER)));
    responses.put("Unavailable", unavailable);
    return responses;
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
