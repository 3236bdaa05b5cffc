package dev.sarkhat.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the requests to which other limits apply, for their bodies are streamed. */
@Singleton
class StreamedBodies {

  private final Map<String, StreamedBody> byPath = new HashMap<>();

  @Inject
  StreamedBodies(@Any Instance<StreamedBody> declared) {
    declared.forEach(each -> byPath.put(each.path(), each));
  }

  /** What is declared of the request's body, or null if it is one like any other. */
  @Nullable StreamedBody of(HttpServerRequest request) {
    return HttpMethod.POST.equals(request.method()) ? byPath.get(request.path()) : null;
  }
}
