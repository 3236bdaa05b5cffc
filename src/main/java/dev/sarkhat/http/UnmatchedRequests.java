package dev.sarkhat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Problems of requests that never reach a resource: targets that cannot be decoded, paths that
 * nobody serves, and failures before or after Jakarta REST.
 */
@Singleton
class UnmatchedRequests {

  /** Before everything else: what cannot be decoded must not be routed. */
  private static final int FIRST = 10_000;

  private final ObjectMapper json;

  @Inject
  UnmatchedRequests(ObjectMapper json) {
    this.json = json;
  }

  void refuseUndecodableTargets(@Observes Filters filters) {
    filters.register(this::refuseUndecodable, FIRST);
  }

  void answerUnknownPaths(@Observes Router router) {
    // The router itself refuses paths with broken escapes, before any handler.
    router.errorHandler(400, this::answerFailure);
    router
        .route()
        .last()
        .handler(context -> answer(context, ProblemException.notFound()))
        .failureHandler(this::answerFailure);
  }

  private void refuseUndecodable(RoutingContext context) {
    HttpServerRequest request = context.request();
    try {
      String target = request.uri();
      int query = target.indexOf('?');
      QueryString.decode(query < 0 ? target : target.substring(0, query), false);
      QueryString.parse(query < 0 ? null : target.substring(query + 1));
      context.next();
    } catch (QueryString.MalformedException e) {
      answer(
          context,
          ProblemException.of(
              ProblemType.MALFORMED_REQUEST, "The address cannot be read. " + e.getMessage()));
    }
  }

  private void answerFailure(RoutingContext context) {
    ProblemType type = ProblemType.of(context.statusCode()).orElse(ProblemType.INTERNAL_ERROR);
    answer(context, ProblemException.of(type, ProblemMappers.detail(type)));
  }

  private void answer(RoutingContext context, ProblemException thrown) {
    if (context.response().ended()) {
      return;
    }
    HttpServerRequest request = context.request();
    String path = request.path() == null ? "/" : request.path();
    Problem problem = Problem.of(thrown, path, TraceId.of(request.getHeader("traceparent")));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
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
