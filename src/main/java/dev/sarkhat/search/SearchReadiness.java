package dev.sarkhat.search;

import dev.sarkhat.search.index.IndexPosition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Where the search index stands. It is always up: a process whose index is being built, or cannot
 * be written, answers everything else, and searches by what it has.
 */
@Readiness
@Singleton
class SearchReadiness implements HealthCheck {

  private final SearchEngine engine;

  @Inject
  SearchReadiness(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("search").up();
    response.withData(
        "state",
        engine.trouble().isPresent()
            ? "behind"
            : engine.building().isPresent() ? "building" : "following");
    engine.position().map(IndexPosition::number).ifPresent(at -> response.withData("number", at));
    engine.building().ifPresent(articles -> response.withData("articlesBuilt", articles));
    return response.build();
  }
}
