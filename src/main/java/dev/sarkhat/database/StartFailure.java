package dev.sarkhat.database;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.SQLException;
import java.util.Optional;

/** Puts into a sentence for the operator why the application has no database to start with. */
public final class StartFailure {

  private StartFailure() {}

  /**
   * Starts the embedded server, where the application would, and answers what keeps it from
   * starting. Quarkus would come to it in the middle of its own start, when the reason ends among
   * its messages. It does nothing in development mode, in tests and where another server is named.
   */
  public static Optional<String> ofEmbeddedPostgres() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      return Optional.empty();
    }
    try {
      ConfigUtils.configBuilder().build().getConfigValue("quarkus.datasource.jdbc.url");
      return Optional.empty();
    } catch (EmbeddedPostgresException refused) {
      return Optional.ofNullable(refused.getMessage());
    }
  }

  /**
   * The sentence for a start that failed.
   *
   * @return nothing where neither the configuration nor the database is the cause
   */
  public static Optional<String> reason(Throwable failure) {
    String reason = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ConfigurationException) {
        reason = each.getMessage();
      } else if (each instanceof SQLException) {
        reason = "The database cannot be used: " + each.getMessage();
      }
    }
    return Optional.ofNullable(reason);
  }
}
