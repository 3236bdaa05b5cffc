package dev.sarkhat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes problems outside Jakarta REST, where Vert.x routes decide. */
@Singleton
public class RoutedProblems {

  /** For answers that hold at this moment only. */
  static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

  private final ObjectMapper json;
  private final PublicHeaders publicHeaders;

  @Inject
  RoutedProblems(ObjectMapper json, PublicHeaders publicHeaders) {
    this.json = json;
    this.publicHeaders = publicHeaders;
  }

  /** Ends the request with a problem, unless it has ended already. */
  public void answer(RoutingContext context, ProblemException thrown) {
    if (context.response().ended()) {
      return;
    }
    if (!context.response().headers().contains(HttpHeaders.DATE)) {
      // The router let no filter see it: its target is no path, or holds a broken escape.
      publicHeaders.addTo(context.response().headers());
    }
    HttpServerRequest request = context.request();
    String path = request.path() == null ? "/" : request.path();
    Problem problem = Problem.of(thrown, path, TraceId.of(request.getHeader("traceparent")));
    if (thrown.type() == ProblemType.UNAVAILABLE) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end(write(problem));
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem can always be written", e);
    }
  }
}
