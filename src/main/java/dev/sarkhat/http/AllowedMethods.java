package dev.sarkhat.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods the resources have: whoever sends another is told them (RFC 9110, section 15.5.6),
 * and Jakarta REST's router does not.
 */
@Singleton
class AllowedMethods {

  private static final List<String> ORDER =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  /** By the segments of the paths that are declared. */
  private final Map<List<String>, Set<String>> byPath = new HashMap<>();

  @Inject
  AllowedMethods(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        for (Method method : bean.getBeanClass().getDeclaredMethods()) {
          add(root, method);
        }
      }
    }
  }

  private void add(Path root, Method method) {
    Path path = method.getAnnotation(Path.class);
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        byPath
            .computeIfAbsent(
                segments(root.value() + (path == null ? "" : path.value())), key -> new HashSet<>())
            .add(verb.value());
      }
    }
  }

  /** The value of the {@code Allow} field; empty where no resource has the path. */
  String of(@Nullable String path) {
    Set<String> allowed = new HashSet<>();
    List<String> segments = segments(path == null ? "" : path);
    byPath.forEach(
        (declared, methods) -> {
          if (matches(declared, segments)) {
            allowed.addAll(methods);
          }
        });
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (!allowed.isEmpty()) {
      allowed.add("OPTIONS");
    }
    return String.join(", ", ORDER.stream().filter(allowed::contains).toList());
  }

  private static boolean matches(List<String> declared, List<String> segments) {
    if (declared.size() != segments.size()) {
      return false;
    }
    for (int at = 0; at < declared.size(); at++) {
      if (!declared.get(at).startsWith("{") && !declared.get(at).equals(segments.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
