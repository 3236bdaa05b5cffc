package dev.sarkhat.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters that the matched resource method does not declare, and a second value
 * where it takes one. The declaration is the method's signature, the same that the OpenAPI document
 * is made from, so the two cannot drift apart.
 */
class StrictParameters {

  /** What trackers add to every link that is shared; the only parameters that are ignored. */
  static boolean isTracking(String name) {
    return name.startsWith("utm_") || name.equals("fbclid") || name.equals("gclid");
  }

  private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void check(ResourceInfo resource, HttpServerRequest request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    Map<String, Boolean> repeatable =
        declared.computeIfAbsent(method, StrictParameters::declaredBy);
    for (Map.Entry<String, List<String>> given : parameters(request).entrySet()) {
      if (!isTracking(given.getKey())) {
        check(given.getKey(), given.getValue(), repeatable);
      }
    }
  }

  static Map<String, List<String>> parameters(HttpServerRequest request) {
    try {
      return QueryString.parse(request.query());
    } catch (QueryString.MalformedException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "The query cannot be read. " + e.getMessage());
    }
  }

  private static void check(String name, List<String> values, Map<String, Boolean> repeatable) {
    Boolean mayRepeat = repeatable.get(name);
    if (mayRepeat == null) {
      throw ProblemException.ofParameter(
          ProblemType.UNKNOWN_PARAMETER, name, knownParameters(repeatable.keySet()));
    }
    if (values.contains("")) {
      throw Parameters.invalid(name, "It has no value.");
    }
    if (values.size() > 1 && !mayRepeat) {
      throw ProblemException.ofParameter(
          ProblemType.REPEATED_PARAMETER,
          name,
          "It takes one value and was given " + values.size() + ".");
    }
  }

  private static String knownParameters(Collection<String> names) {
    return names.isEmpty()
        ? "This resource has no parameters."
        : "This resource knows " + String.join(", ", names) + ".";
  }

  private static Map<String, Boolean> declaredBy(Method method) {
    Map<String, Boolean> names = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      declare(parameter.getAnnotation(QueryParam.class), parameter.getType(), names);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        declareFields(parameter.getType(), names);
      }
    }
    return names;
  }

  private static void declareFields(@Nullable Class<?> type, Map<String, Boolean> names) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (Field field : declaring.getDeclaredFields()) {
        declare(field.getAnnotation(QueryParam.class), field.getType(), names);
      }
    }
  }

  private static void declare(
      @Nullable QueryParam annotation, Class<?> type, Map<String, Boolean> names) {
    if (annotation != null) {
      names.put(annotation.value(), Collection.class.isAssignableFrom(type));
    }
  }
}
