package dev.sarkhat.article.editing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The addresses of every public operation of the API document: each path with every value, and with
 * every parameter, and every two of them where a list has many.
 *
 * @param paths values of the variables in paths, by {@code operationId.variable} or the variable's
 *     name
 * @param parameters values of query parameters, in the same way
 */
record PublicCrawl(Map<String, List<String>> paths, Map<String, List<String>> parameters) {

  private static final Path DOCUMENT = Path.of("openapi", "openapi.yaml");

  /** What stands beside the document, for machines and operators. */
  private static final List<String> OTHERS =
      List.of(
          "/openapi",
          "/openapi?format=json",
          "/docs/",
          "/metrics",
          "/health",
          "/health/live",
          "/health/ready",
          "/health/started",
          "/",
          "/v1",
          "/robots.txt",
          "/favicon.ico");

  /** All addresses. Fails at an operation that it has no values for. */
  Set<String> addresses() {
    Set<String> addresses = new LinkedHashSet<>(OTHERS);
    for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
      if (path.getKey().startsWith("/v1/admin/")) {
        continue;
      }
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (!method.getKey().equals("get")) {
          throw new IllegalStateException("readers are to " + method.getKey() + " " + path);
        }
        add(path.getKey(), method.getValue(), addresses);
      }
    }
    return addresses;
  }

  private void add(String path, JsonNode operation, Set<String> addresses) {
    String id = operation.get("operationId").asText();
    List<String> choices = new ArrayList<>();
    List<String> required = new ArrayList<>();
    List<String> filled = List.of(path);
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.get("name").asText();
      switch (parameter.get("in").asText()) {
        case "path" -> filled = fill(filled, name, values(paths, id + "." + name, name));
        case "query" ->
            values(parameters, id + "." + name, name)
                .forEach(
                    value ->
                        (parameter.path("required").asBoolean() ? required : choices)
                            .add(name + "=" + URLEncoder.encode(value, UTF_8)));
        default -> {}
      }
    }
    for (String address : filled) {
      if (required.isEmpty()) {
        addresses.add(address);
        choices.forEach(choice -> addresses.add(address + "?" + choice));
      }
      for (String needed : required) {
        addresses.add(address + "?" + needed);
        choices.forEach(choice -> addresses.add(address + "?" + needed + "&" + choice));
      }
      if (path.indexOf('{') < 0 && required.isEmpty()) {
        addPairs(address, choices, addresses);
      }
    }
  }

  private static void addPairs(String address, List<String> choices, Set<String> addresses) {
    for (String one : choices) {
      for (String other : choices) {
        if (one.compareTo(other) < 0 && !name(one).equals(name(other))) {
          addresses.add(address + "?" + one + "&" + other);
        }
      }
    }
  }

  private static String name(String choice) {
    return choice.substring(0, choice.indexOf('='));
  }

  private static List<String> fill(List<String> paths, String name, List<String> values) {
    return paths.stream()
        .flatMap(
            path ->
                values.stream()
                    .map(
                        value ->
                            path.replace(
                                "{" + name + "}",
                                URLEncoder.encode(value, UTF_8).replace("+", "%20"))))
        .toList();
  }

  private static List<String> values(
      Map<String, List<String>> known, String special, String general) {
    List<String> values = known.getOrDefault(special, known.get(general));
    if (values == null) {
      throw new IllegalStateException(
          "The crawl has no value for " + special + " (" + general + "): give it one");
    }
    return values;
  }

  private static JsonNode document() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
