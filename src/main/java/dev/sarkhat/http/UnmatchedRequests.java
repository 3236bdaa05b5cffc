package dev.sarkhat.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Problems of paths that nobody serves, and of failures before Jakarta REST. */
@Singleton
class UnmatchedRequests {

  private final RoutedProblems problems;
  private final PublicHeaders headers;

  @Inject
  UnmatchedRequests(RoutedProblems problems, PublicHeaders headers) {
    this.problems = problems;
    this.headers = headers;
  }

  void answerUnknownPaths(@Observes Router router) {
    // The router refuses paths that it cannot normalise before any of its handlers.
    router.errorHandler(
        400,
        context -> {
          if (!context.response().headWritten()) {
            headers.addTo(context.response().headers());
          }
          answerFailure(context);
        });
    router
        .route()
        .last()
        .handler(context -> problems.answer(context, ProblemException.notFound()))
        .failureHandler(this::answerFailure);
  }

  private void answerFailure(RoutingContext context) {
    ProblemType type = ProblemType.of(context.statusCode()).orElse(ProblemType.INTERNAL_ERROR);
    problems.answer(context, ProblemException.of(type, ProblemMappers.detail(type)));
  }
}
