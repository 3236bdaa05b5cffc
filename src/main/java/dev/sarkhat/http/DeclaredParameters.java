package dev.sarkhat.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that a resource method declares, and the one way to write a query of them.
 * The declaration is the method's signature, the same that the OpenAPI document is made from, so
 * the two cannot drift apart.
 */
public final class DeclaredParameters {

  private static final String CURSOR = "cursor";

  private static final Map<Method, DeclaredParameters> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, Declared> byName;

  private DeclaredParameters(Map<String, Declared> byName) {
    this.byName = byName;
  }

  /**
   * One parameter.
   *
   * @param repeatable whether it may be given more than once
   * @param list whether its value holds items between commas, whose order means nothing
   * @param instant whether its value is an RFC 3339 date-time
   * @param whenAbsent what leaving it out means, where that can also be said
   */
  private record Declared(
      boolean repeatable, boolean list, boolean instant, @Nullable String whenAbsent) {}

  /** What the method's signature declares. */
  public static DeclaredParameters of(Method method) {
    return KNOWN.computeIfAbsent(method, DeclaredParameters::read);
  }

  private static DeclaredParameters read(Method method) {
    Map<String, Declared> byName = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      declare(parameter, parameter.getType(), byName);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        declareFields(parameter.getType(), byName);
      }
    }
    return new DeclaredParameters(byName);
  }

  private static void declareFields(@Nullable Class<?> type, Map<String, Declared> byName) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (Field field : declaring.getDeclaredFields()) {
        declare(field, field.getType(), byName);
      }
    }
  }

  private static void declare(
      AnnotatedElement element, Class<?> type, Map<String, Declared> byName) {
    QueryParam annotation = element.getAnnotation(QueryParam.class);
    if (annotation == null) {
      return;
    }
    String name = annotation.value();
    var documented =
        element.getAnnotation(
            org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
    boolean repeatable = Collection.class.isAssignableFrom(type);
    boolean list =
        repeatable
            || Set.of("fields", "include").contains(name)
            || (documented != null && documented.explode() == Explode.FALSE);
    Schema schema = documented == null ? null : documented.schema();
    boolean instant = schema != null && schema.format().equals("date-time");
    byName.put(name, new Declared(repeatable, list, instant, whenAbsent(name, schema)));
  }

  private static @Nullable String whenAbsent(String name, @Nullable Schema schema) {
    if (schema != null && !schema.defaultValue().isEmpty()) {
      return schema.defaultValue();
    }
    return name.equals("limit") ? Integer.toString(Parameters.DEFAULT_LIMIT) : null;
  }

  /** Their names, in alphabetical order. */
  Set<String> names() {
    return byName.keySet();
  }

  /** Whether the parameter, which is declared, may be given more than once. */
  boolean mayRepeat(String name) {
    Declared declared = byName.get(name);
    return declared != null && declared.repeatable();
  }

  /** Whether a query holds declared parameters only, each with values, and none too often. */
  private boolean accept(Map<String, List<String>> given) {
    return given.entrySet().stream()
        .allMatch(
            each ->
                StrictParameters.isTracking(each.getKey())
                    || (byName.containsKey(each.getKey())
                        && !each.getValue().contains("")
                        && (each.getValue().size() == 1 || mayRepeat(each.getKey()))));
  }

  /**
   * The query in the one form that all its spellings share: parameters in the order of their names
   * and the cursor last, items of lists sorted and each once, defaults and what trackers add left
   * out.
   *
   * @param given parameters that are accepted
   * @return the query, percent-encoded, without a question mark; empty if nothing remains
   */
  String canonical(Map<String, List<String>> given) {
    StringBuilder query = new StringBuilder();
    byName.keySet().stream()
        .filter(name -> !name.equals(CURSOR))
        .forEach(name -> append(query, name, given));
    if (byName.containsKey(CURSOR)) {
      append(query, CURSOR, given);
    }
    return query.toString();
  }

  /**
   * The one form of all addresses that differ in spelling only: in percent-encoding, in the order
   * of parameters and of items in lists, in defaults, in what trackers add.
   *
   * @param path the path as it stands in the request
   * @param query the query as it stands in the request, or null where there is none
   * @return null where the address cannot be decoded or its query is not accepted
   */
  public @Nullable String canonicalAddress(String path, @Nullable String query) {
    try {
      Map<String, List<String>> given = QueryString.parse(query);
      if (!accept(given)) {
        return null;
      }
      StringBuilder address = new StringBuilder();
      for (String segment : path.split("/", -1)) {
        address
            .append(address.isEmpty() ? "" : "/")
            .append(encode(QueryString.decode(segment, false)));
      }
      String canonical = canonical(given);
      return "/" + address + (canonical.isEmpty() ? "" : "?" + canonical);
    } catch (QueryString.MalformedException e) {
      return null;
    }
  }

  /** The same query with another cursor. */
  String canonical(Map<String, List<String>> given, String cursor) {
    Map<String, List<String>> continued = new TreeMap<>(given);
    continued.put(CURSOR, List.of(cursor));
    return canonical(continued);
  }

  private void append(StringBuilder query, String name, Map<String, List<String>> given) {
    List<String> values = given.get(name);
    Declared declared = byName.get(name);
    if (values == null || declared == null) {
      return;
    }
    Collection<String> canonical = new ArrayList<>(values.size());
    for (String value : values) {
      canonical.add(canonical(declared, value));
    }
    for (String value : declared.repeatable() ? new TreeSet<>(canonical) : canonical) {
      if (!value.equals(declared.whenAbsent())) {
        query.append(query.isEmpty() ? "" : "&").append(encode(name)).append('=');
        query.append(encode(value));
      }
    }
  }

  private static String canonical(Declared declared, String value) {
    if (declared.list()) {
      return String.join(",", new TreeSet<>(List.of(value.split(",", -1))));
    }
    if (declared.instant()) {
      Instant instant = Parameters.instantOrNull(value);
      return instant == null ? value : instant.toString();
    }
    return value;
  }

  private static String encode(String text) {
    // A comma separates items and is allowed in a query (RFC 3986, section 3.4): keep links
    // readable.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
  }
}
