package dev.sarkhat.cache;

import dev.sarkhat.http.DeclaredParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource whose answers are kept. */
final class CachedResource {

  private final List<String> template;
  private final CachePolicy policy;
  private final DeclaredParameters parameters;

  /**
   * Describes a resource.
   *
   * @param template its path, with variables in braces that stand for one segment each
   */
  CachedResource(String template, CachePolicy policy, DeclaredParameters parameters) {
    this.template = List.of(template.split("/", -1));
    this.policy = policy;
    this.parameters = parameters;
  }

  CachePolicy policy() {
    return policy;
  }

  int variables() {
    return (int) template.stream().filter(CachedResource::isVariable).count();
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  boolean matches(List<String> segments) {
    if (segments.size() != template.size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      String expected = template.get(i);
      if (isVariable(expected) ? segments.get(i).isEmpty() : !expected.equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The one name of all addresses that this resource answers alike.
   *
   * @param path the path as it stands in the request
   * @param query the query as it stands in the request, or null
   * @return null where the resource would refuse the query
   */
  @Nullable String key(String path, @Nullable String query) {
    return parameters.canonicalAddress(path, query);
  }
}
