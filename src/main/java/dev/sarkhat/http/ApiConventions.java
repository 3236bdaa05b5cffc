package dev.sarkhat.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the API document by what holds for every operation: the parameters that many share, the
 * problems that any may answer with, and names as a client's author would choose them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiConventions implements OASFilter {

  private static final String SCHEMA = "#/components/schemas/";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, Schema> schemas = new TreeMap<>();
    document
        .getComponents()
        .getSchemas()
        .forEach((name, schema) -> schemas.put(clientName(name), schema));
    schemas.computeIfPresent(
        "Instant",
        (name, instant) ->
            instant
                .description("RFC 3339, in UTC, always with milliseconds.")
                .examples(List.of("2026-11-20T09:30:00.000Z")));
    document.getComponents().setSchemas(schemas);
    Map<String, APIResponse> responses = new TreeMap<>(ProblemDocumentation.responses());
    responses.put(
        "NotModified",
        OASFactory.createAPIResponse()
            .description("The copy that `If-None-Match` names is still good; there is no body."));
    document.getComponents().setResponses(responses);
    document.getPaths().getPathItems().forEach(this::complete);
    NewsroomConventions.complete(document);
  }

  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      schema.setRef(SCHEMA + clientName(name));
      // The type is told by what is pointed at; some generators stumble over hearing it twice.
      schema.setType(null);
    }
    return schema;
  }

  private void complete(String path, PathItem item) {
    for (Operation operation : item.getOperations().values()) {
      List<Parameter> parameters = new ArrayList<>();
      if (operation.getParameters() != null) {
        operation
            .getParameters()
            .forEach(each -> parameters.add(ParameterDocumentation.complete(each)));
      }
      operation.setParameters(parameters);
      if (NewsroomConventions.isNewsroom(path)) {
        continue;
      }
      describeResponses(path, operation);
    }
  }

  private static void describeResponses(String path, Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    ok.setDescription(operation.getDescription());
    if (operation.getParameters().stream().anyMatch(each -> "cursor".equals(each.getName()))) {
      ok.addHeader(
          "Link", text("The next page, as `rel=\"next\"` (RFC 8288); absent on the last one."));
    }
    if (path.startsWith("/v1/previews/")) {
      refer(operation, "400", "BadRequest");
      refer(operation, "404", "NotFound");
      refer(operation, "406", "NotAcceptable");
      refer(operation, "409", "Conflict");
      refer(operation, "414", "UriTooLong");
      refer(operation, "429", "TooManyRequests");
      refer(operation, "431", "HeaderFieldsTooLarge");
      refer(operation, "500", "InternalError");
      refer(operation, "503", "Unavailable");
      return;
    }
    ok.addHeader("ETag", text("Names this version: send it as `If-None-Match` next time."));
    ok.addHeader("Cache-Control", text("How long a copy may be shown without asking again."));
    if (path.equals("/v1/articles/{id}")) {
      ok.addHeader("Last-Modified", text("When this version was first shown."));
    }
    refer(operation, "304", "NotModified");
    refer(operation, "400", "BadRequest");
    if (path.contains("{") || path.endsWith("/resolve")) {
      refer(operation, "404", "NotFound");
    }
    if (path.startsWith("/v1/articles/{") || path.endsWith("/resolve")) {
      refer(operation, "410", "Gone");
    }
    refer(operation, "406", "NotAcceptable");
    refer(operation, "414", "UriTooLong");
    refer(operation, "429", "TooManyRequests");
    refer(operation, "431", "HeaderFieldsTooLarge");
    refer(operation, "500", "InternalError");
    refer(operation, "503", "Unavailable");
  }

  static Header text(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  static void refer(Operation operation, String status, String response) {
    operation
        .getResponses()
        .addAPIResponse(
            status, OASFactory.createAPIResponse().ref("#/components/responses/" + response));
  }

  /**
   * Pages of things are named after the things: {@code ArticlePage}, not {@code
   * PageArticleSummary}.
   */
  private static String clientName(String name) {
    if (!name.startsWith("Page") || name.equals("PageInfo")) {
      return name;
    }
    return name.substring("Page".length()).replaceAll("(View|Summary|Node)$", "") + "Page";
  }
}
