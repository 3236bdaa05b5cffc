package dev.sarkhat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Completes the API document by what holds for every operation under {@code /v1/admin}. */
final class NewsroomConventions {

  private static final List<String> SCHEMES = List.of("bearer", "apiKey");

  private NewsroomConventions() {}

  static boolean isNewsroom(String path) {
    return path.startsWith("/v1/admin/");
  }

  static void complete(OpenAPI document) {
    document
        .getComponents()
        .addSecurityScheme(
            "bearer",
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                    "A key of the application, `srk_…`, or a token of the OpenID Connect provider."));
    document
        .getComponents()
        .addSecurityScheme(
            "apiKey",
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description("A key of the application."));
    ProblemDocumentation.newsroomResponses().forEach(document.getComponents()::addResponse);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (isNewsroom(path)) {
                item.getOperations()
                    .forEach((method, each) -> complete(document, path, method, each));
              }
            });
  }

  private static void complete(
      OpenAPI document, String path, PathItem.HttpMethod method, Operation operation) {
    SCHEMES.forEach(
        scheme ->
            operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(scheme)));
    boolean conditional =
        operation.getParameters().stream().anyMatch(each -> "If-Match".equals(each.getName()));
    List<Parameter> parameters = new ArrayList<>(operation.getParameters());
    boolean once = method == PathItem.HttpMethod.POST && !isQuestion(path);
    if (once) {
      parameters.add(idempotencyKey());
    }
    operation.setParameters(parameters);
    describeSuccess(operation, once, conditional, document);
    refer(operation, conditional, path.contains("{"), method, once);
    if (path.endsWith("/difference")) {
      // Of what an import brought and replaced at once only what was received is kept.
      ApiConventions.refer(operation, "409", "Conflict");
    }
  }

  private static void describeSuccess(
      Operation operation, boolean once, boolean conditional, OpenAPI document) {
    for (Map.Entry<String, APIResponse> each :
        operation.getResponses().getAPIResponses().entrySet()) {
      APIResponse response = each.getValue();
      if (!each.getKey().startsWith("2")) {
        continue;
      }
      response.setDescription(operation.getDescription());
      response.addHeader("Cache-Control", ApiConventions.text("Always `private, no-store`."));
      response.addHeader("RateLimit-Policy", ProblemDocumentation.RATE_LIMIT_POLICY);
      response.addHeader("RateLimit", ProblemDocumentation.RATE_LIMIT);
      boolean created = each.getKey().equals("201");
      if (conditional || (created && hasRevision(response, document))) {
        Header tag = ApiConventions.text("The revision: send it as `If-Match` with a change.");
        response.addHeader("ETag", created ? tag.required(true) : tag);
      }
      if (created || each.getKey().equals("202")) {
        response.addHeader("Location", ApiConventions.text("Where it is.").required(true));
      }
      if (once) {
        response.addHeader(
            "Idempotent-Replayed",
            ApiConventions.text("`true` where the request had been answered before."));
      }
    }
  }

  /** Keys have none: nothing of them changes but that they end. */
  private static boolean hasRevision(APIResponse response, OpenAPI document) {
    return response.getContent().getMediaTypes().values().stream()
        .map(each -> each.getSchema().getRef())
        .map(
            ref ->
                document.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1)))
        .anyMatch(schema -> schema.getProperties().containsKey("revision"));
  }

  private static void refer(
      Operation operation,
      boolean conditional,
      boolean one,
      PathItem.HttpMethod method,
      boolean once) {
    ApiConventions.refer(operation, "400", "BadRequest");
    ApiConventions.refer(operation, "401", "Unauthenticated");
    ApiConventions.refer(operation, "403", "Forbidden");
    if (one) {
      ApiConventions.refer(operation, "404", "Hidden");
    }
    ApiConventions.refer(operation, "406", "NotAcceptable");
    if (method != PathItem.HttpMethod.GET) {
      ApiConventions.refer(operation, "408", "RequestTimeout");
      ApiConventions.refer(operation, "409", "Conflict");
      ApiConventions.refer(operation, "413", "ContentTooLarge");
      ApiConventions.refer(operation, "415", "UnsupportedMediaType");
    }
    if (conditional) {
      ApiConventions.refer(operation, "412", "PreconditionFailed");
      ApiConventions.refer(operation, "428", "PreconditionRequired");
    }
    if (once) {
      ApiConventions.refer(operation, "422", "KeyReused");
    }
    ApiConventions.refer(operation, "414", "UriTooLong");
    ApiConventions.refer(operation, "429", "TooManyRequests");
    ApiConventions.refer(operation, "431", "HeaderFieldsTooLarge");
    ApiConventions.refer(operation, "500", "InternalError");
    ApiConventions.refer(operation, "503", "Unavailable");
  }

  /** A POST that stores nothing, for what it asks about does not fit into an address. */
  private static boolean isQuestion(String path) {
    return path.startsWith("/v1/admin/text/");
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .description(
            "A name for this request, such as a UUID. Sent again with the same name, it happens"
                + " once and gets the same answer. Kept for a day.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(200));
  }
}
