package dev.sarkhat.database;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Three values that nothing lists, so that only an expression that names one of them starts the
 * server.
 */
final class EmbeddedPostgresConfigSource implements ConfigSource {

  /** Below application.properties (250), so that every other source can override. */
  private static final int ORDINAL = 50;

  private final @Nullable EmbeddedPostgres server;

  /**
   * @param server the server to start, or nothing where another one is used
   */
  EmbeddedPostgresConfigSource(@Nullable EmbeddedPostgres server) {
    this.server = server;
  }

  @Override
  public @Nullable String getValue(String name) {
    return switch (name) {
      case "embedded-postgres.jdbc-url" -> jdbcUrl();
      case "embedded-postgres.username" -> server == null ? "" : server.username();
      case "embedded-postgres.password" -> server == null || isRecording() ? "" : server.password();
      default -> null;
    };
  }

  private String jdbcUrl() {
    if (server == null) {
      return "";
    }
    return isRecording() ? "jdbc:postgresql://127.0.0.1/" + server.username() : server.jdbcUrl();
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public String getName() {
    return "embedded PostgreSQL";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  /** Quarkus starts the application in a build to record its class data, and ends it at once. */
  private static boolean isRecording() {
    return Boolean.getBoolean("quarkus.appcds.generate");
  }
}
