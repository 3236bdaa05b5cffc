package dev.sarkhat.change;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this process follows the change log. One that does not is better left alone while others
 * do: it goes on answering, but every answer costs it the database.
 */
@Readiness
@Singleton
class ChangeLogReadiness implements HealthCheck {

  private final ChangeTailer tailer;

  @Inject
  ChangeLogReadiness(ChangeTailer tailer) {
    this.tailer = tailer;
  }

  @Override
  public HealthCheckResponse call() {
    TailerState state = tailer.state();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("change log")
            .status(state == TailerState.CURRENT)
            .withData("state", state.name().toLowerCase(Locale.ROOT))
            .withData("number", tailer.number());
    tailer
        .sinceLastLook()
        .ifPresent(since -> response.withData("secondsSinceLastLook", since.toSeconds()));
    return response.build();
  }
}
