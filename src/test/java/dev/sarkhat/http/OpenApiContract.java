package dev.sarkhat.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds every response of every HTTP test to the committed API document: its path, status and media
 * type must be documented, the header fields that are promised must be there, and its body must fit
 * the schema with no property that is not in it.
 */
public final class OpenApiContract implements Filter {

  static final Path DOCUMENT = Path.of("openapi", "openapi.yaml");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final ObjectNode document = read();
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification ignored,
      FilterContext context) {
    Response response = context.next(request, ignored);
    check(request.getMethod(), URI.create(request.getURI()), response);
    return response;
  }

  private void check(String method, URI address, Response response) {
    String path = address.getPath();
    if (!path.startsWith("/v1/") || method.equals("OPTIONS")) {
      return;
    }
    JsonNode item = pathItem(path);
    if (item == null) {
      assertTrue(
          Set.of(400, 401, 404).contains(response.statusCode()),
          () -> path + " is not in the document and answered " + response.statusCode());
      checkBody(response, "#/components/schemas/Problem", false);
      return;
    }
    String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    JsonNode operation = item.get(verb);
    if (operation == null) {
      return;
    }
    JsonNode documented = resolve(operation.at("/responses/" + response.statusCode()));
    assertTrue(
        !documented.isMissingNode(),
        () -> method + " " + path + " answered " + response.statusCode() + ", not documented");
    checkFields(path, documented, response);
    if (!method.equals("HEAD") && response.statusCode() != 304 && response.statusCode() != 204) {
      String mediaType = response.contentType().split(";", 2)[0];
      JsonNode schema = documented.path("content").path(mediaType).path("schema");
      assertTrue(
          !schema.isMissingNode(), () -> path + " answered " + mediaType + ", not documented");
      boolean partial = address.getQuery() != null && address.getQuery().contains("fields=");
      checkBody(response, schema.get("$ref").textValue(), partial);
    }
  }

  /** The header fields that the document promises without condition. */
  private static void checkFields(String path, JsonNode documented, Response response) {
    documented
        .path("headers")
        .fields()
        .forEachRemaining(
            field ->
                assertTrue(
                    !field.getValue().path("required").asBoolean()
                        || response.getHeader(field.getKey()) != null,
                    () -> path + " answered without " + field.getKey()));
  }

  private void checkBody(Response response, String schema, boolean partial) {
    JsonSchema compiledSchema =
        compiled.computeIfAbsent(schema + partial, key -> compile(schema, partial));
    String body = new String(response.asByteArray(), UTF_8);
    Set<ValidationMessage> messages =
        compiledSchema.validate(
            body,
            InputFormat.JSON,
            execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true));
    if (!messages.isEmpty()) {
      fail("The response does not fit " + schema + ": " + messages + "\n" + body);
    }
  }

  private JsonSchema compile(String reference, boolean partial) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", reference);
    ObjectNode components = document.get("components").deepCopy();
    for (JsonNode schema : components.get("schemas")) {
      ObjectNode object = (ObjectNode) schema;
      if (object.has("properties") && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      if (partial) {
        object.remove("required");
      }
    }
    root.set("components", components);
    return SCHEMAS.getSchema(root);
  }

  private @Nullable JsonNode pathItem(String path) {
    Iterator<Map.Entry<String, JsonNode>> paths = document.get("paths").fields();
    while (paths.hasNext()) {
      Map.Entry<String, JsonNode> entry = paths.next();
      String pattern = Pattern.quote(entry.getKey()).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
      if (path.matches(pattern)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  private static ObjectNode read() {
    try {
      return (ObjectNode)
          new ObjectMapper(new YAMLFactory()).readTree(Files.readString(DOCUMENT, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
