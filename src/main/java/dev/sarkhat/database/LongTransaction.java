package dev.sarkhat.database;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Time for transactions that nobody waits for, such as those of an import: readers' connections
 * give up after two seconds. What is allowed ends with the transaction, for the pool gives the
 * connection to a reader next.
 */
@Singleton
public class LongTransaction implements AgroalPoolInterceptor {

  private static final Logger LOG = Logger.getLogger(LongTransaction.class);

  /** Longer than any lock is waited for. */
  private static final int ANSWER_MILLIS = (int) TimeUnit.MINUTES.toMillis(2);

  private final int usualMillis;

  @Inject
  LongTransaction(
      @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout")
          Optional<Integer> socketTimeout) {
    this.usualMillis = (int) TimeUnit.SECONDS.toMillis(socketTimeout.orElse(0));
  }

  /** Allows the connection's transaction, which has begun, to take minutes. */
  public static void allow(Connection connection) throws SQLException {
    int now = connection.getNetworkTimeout();
    if (now > 0 && now < ANSWER_MILLIS) {
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local statement_timeout = '5min'");
      statement.execute("set local idle_in_transaction_session_timeout = '5min'");
    }
  }

  @Override
  public void onConnectionReturn(Connection connection) {
    try {
      if (connection.getNetworkTimeout() != usualMillis) {
        connection.setNetworkTimeout(Runnable::run, usualMillis);
      }
    } catch (SQLException broken) {
      // The pool finds it out and throws the connection away.
      LOG.debugf("A connection came back broken: %s", broken.getMessage());
    }
  }
}
