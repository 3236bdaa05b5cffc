package dev.sarkhat.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the matched resource method does not declare, and a second value
 * where it takes one.
 */
class StrictParameters {

  /** What trackers add to every link that is shared; the only parameters that are ignored. */
  static boolean isTracking(String name) {
    return name.startsWith("utm_") || name.equals("fbclid") || name.equals("gclid");
  }

  @ServerRequestFilter
  void check(ResourceInfo resource, HttpServerRequest request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    DeclaredParameters known = DeclaredParameters.of(method);
    for (Map.Entry<String, List<String>> given : parameters(request).entrySet()) {
      if (!isTracking(given.getKey())) {
        check(given.getKey(), given.getValue(), known);
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

  private static void check(String name, List<String> values, DeclaredParameters known) {
    if (!known.names().contains(name)) {
      throw ProblemException.ofParameter(
          ProblemType.UNKNOWN_PARAMETER, name, knownParameters(known.names()));
    }
    if (values.contains("")) {
      throw Parameters.invalid(name, "It has no value.");
    }
    if (values.size() > 1 && !known.mayRepeat(name)) {
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
}
