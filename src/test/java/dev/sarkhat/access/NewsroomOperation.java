package dev.sarkhat.access;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API document under {@code /v1/admin}.
 *
 * @param path with its variables in braces
 * @param conditional whether it wants {@code If-Match}
 * @param mediaType what it takes, or null where it takes nothing
 */
record NewsroomOperation(
    String id, String method, String path, boolean conditional, @Nullable String mediaType) {

  private static final Path DOCUMENT = Path.of("openapi", "openapi.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of them, by their ids. */
  static Map<String, NewsroomOperation> all() {
    Map<String, NewsroomOperation> all = new TreeMap<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          JsonNode operation = method.getValue();
                          if (path.getKey().startsWith("/v1/admin/")
                              && operation.has("operationId")) {
                            NewsroomOperation read = of(path.getKey(), method.getKey(), operation);
                            all.put(read.id(), read);
                          }
                        }));
    return all;
  }

  private static NewsroomOperation of(String path, String method, JsonNode operation) {
    boolean conditional = false;
    for (JsonNode parameter : operation.path("parameters")) {
      conditional |= parameter.path("name").asText().equals("If-Match");
    }
    JsonNode forms = operation.path("requestBody").path("content");
    return new NewsroomOperation(
        operation.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        conditional,
        forms.isEmpty() ? null : forms.fieldNames().next());
  }

  /** Whether it is written down: every change, and whoever takes everything with them. */
  boolean isAudited() {
    return (!method.equals("GET") && !id.equals("checkText")) || id.equals("exportContent");
  }

  /**
   * Sends it.
   *
   * @param key the caller's key, or null
   * @param revision the revision of the thing, where it wants one
   * @param body a text as it stands, anything else as JSON; null for none
   */
  Response send(
      @Nullable String key,
      Map<String, Object> variables,
      String query,
      int revision,
      @Nullable Object body) {
    RequestSpecification request = given().urlEncodingEnabled(false);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    if (conditional) {
      request.header("If-Match", "\"" + revision + "\"");
    }
    if (body == null) {
      request.noContentType();
    } else {
      request.contentType(mediaType).body(bytes(body));
    }
    return request.request(method, address(variables) + query);
  }

  private String address(Map<String, Object> variables) {
    String address = path;
    for (Map.Entry<String, Object> variable : variables.entrySet()) {
      address = address.replace("{" + variable.getKey() + "}", variable.getValue().toString());
    }
    return address;
  }

  private static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode document() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
