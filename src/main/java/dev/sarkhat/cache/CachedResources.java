package dev.sarkhat.cache;

import dev.sarkhat.http.DeclaredParameters;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources whose answers are kept, found by the paths that their classes declare. */
@Singleton
class CachedResources {

  private final List<CachedResource> resources = new ArrayList<>();

  @Inject
  CachedResources(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      Path root = type.getAnnotation(Path.class);
      if (root == null) {
        continue;
      }
      for (Method method : type.getDeclaredMethods()) {
        Cached cached = method.getAnnotation(Cached.class);
        if (cached != null) {
          Path path = method.getAnnotation(Path.class);
          resources.add(
              new CachedResource(
                  root.value() + (path == null ? "" : path.value()),
                  cached.value(),
                  choice(cached, method),
                  DeclaredParameters.of(method)));
        }
      }
    }
    // A path that is spelled out comes before one with a variable, and ids with a suffix before
    // others.
    resources.sort(
        Comparator.comparingInt(CachedResource::variables)
            .thenComparing(Comparator.comparingInt(CachedResource::spelledOut).reversed()));
  }

  private static AnswerChoice choice(Cached cached, Method method) {
    Produces produces = method.getAnnotation(Produces.class);
    if (produces != null && List.of(produces.value()).contains(MediaType.WILDCARD)) {
      return AnswerChoice.BY_ADDRESS;
    }
    return cached.negotiated() ? AnswerChoice.JSON_OR_OTHERS : AnswerChoice.JSON;
  }

  /** The resource that a path leads to, as it stands in the request, if its answers are kept. */
  @Nullable CachedResource find(String path) {
    List<String> segments = List.of(path.split("/", -1));
    for (CachedResource resource : resources) {
      if (resource.matches(segments)) {
        return resource;
      }
    }
    return null;
  }

  List<CachedResource> all() {
    return List.copyOf(resources);
  }
}
