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

  @Inject
  UnmatchedRequests(RoutedProblems problems) {
    this.problems = problems;
  }

  void answerUnknownPaths(@Observes Router router) {
    // The router refuses paths that it cannot normalise before any of its handlers.
    router.errorHandler(400, this::answerFailure);
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
