package dev.sarkhat.change;

import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Connections to the datasource's database outside of its pool: one that listens, or holds a lock
 * as long as it lasts, is never given back, and the change log must be read while the pool is
 * exhausted.
 */
@Singleton
public class DirectConnections {

  private static final String DATASOURCE = "quarkus.datasource.";
  private static final String PROPERTIES = DATASOURCE + "jdbc.additional-jdbc-properties";

  private final SmallRyeConfig config;

  @Inject
  DirectConnections(Config config) {
    this.config = config.unwrap(SmallRyeConfig.class);
  }

  /**
   * Opens a connection, in autocommit.
   *
   * @param name what the server's administrator sees it as
   * @param answerSeconds how long the server may take for any answer, from 1
   * @throws SQLException if the server does not take it, within three seconds
   */
  public Connection open(String name, int answerSeconds) throws SQLException {
    Properties properties = new Properties();
    config.getOptionalValues(PROPERTIES, String.class, String.class).ifPresent(properties::putAll);
    put(properties, "username", PGProperty.USER);
    put(properties, "password", PGProperty.PASSWORD);
    PGProperty.APPLICATION_NAME.set(properties, name);
    PGProperty.CONNECT_TIMEOUT.set(properties, 2);
    PGProperty.LOGIN_TIMEOUT.set(properties, 2);
    PGProperty.SOCKET_TIMEOUT.set(properties, answerSeconds);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    // The server ends a statement a little before nobody waits for it any longer.
    int statementMillis = answerSeconds * 1000 - 100;
    PGProperty.OPTIONS.set(properties, "-c statement_timeout=" + statementMillis);
    String url = config.getValue(DATASOURCE + "jdbc.url", String.class);
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("The driver does not know the address " + url);
    }
    return connection;
  }

  private void put(Properties properties, String name, PGProperty property) {
    config
        .getOptionalValue(DATASOURCE + name, String.class)
        .ifPresent(value -> property.set(properties, value));
  }
}
