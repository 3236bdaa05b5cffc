package dev.sarkhat.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears the database say that something has changed, over a connection that does nothing else.
 *
 * <p>What it hears only wakes: every time it begins to listen it wakes too, so that what was
 * committed while nobody listened is found at once.
 */
final class ChangeSignals implements Runnable {

  private static final Logger LOG = Logger.getLogger(ChangeSignals.class);

  /** How long the server may take to answer, in seconds. */
  private static final int ANSWER_SECONDS = 5;

  private static final int WAIT_MILLIS = 1000;

  /** How many waits without a signal make the connection suspect of being cut unnoticed. */
  private static final int SILENT_WAITS = 10;

  private final ChangeReader.Opener opener;
  private final Runnable wake;
  private final Runnable reconnecting;
  private final Backoff backoff = new Backoff();
  private volatile boolean stopped;
  private volatile @Nullable Connection connection;

  /**
   * @param wake is run at each signal
   * @param reconnecting is run whenever the connection was lost
   */
  ChangeSignals(DirectConnections connections, Runnable wake, Runnable reconnecting) {
    this.opener = () -> connections.open("sarkhat change listener", ANSWER_SECONDS);
    this.wake = wake;
    this.reconnecting = reconnecting;
  }

  /** Listens until it is stopped. */
  @Override
  public void run() {
    while (!stopped) {
      try (Connection open = opener.open()) {
        connection = open;
        listen(open);
      } catch (SQLException lost) {
        if (!stopped) {
          LOG.debugf("The connection that hears of changes was lost: %s", lost.getMessage());
          reconnecting.run();
        }
      }
      if (!stopped && !backoff.pause()) {
        return;
      }
    }
  }

  private void listen(Connection open) throws SQLException {
    PGConnection signals = open.unwrap(PGConnection.class);
    try (Statement statement = open.createStatement()) {
      int silent = SILENT_WAITS;
      while (!stopped) {
        if (silent == SILENT_WAITS) {
          // Again from time to time: it changes nothing, but fails where the connection is dead.
          statement.execute("listen change");
          silent = 0;
          wake.run();
        }
        PGNotification[] heard = signals.getNotifications(WAIT_MILLIS);
        backoff.reset();
        if (heard == null || heard.length == 0) {
          silent++;
        } else {
          silent = 0;
          wake.run();
        }
      }
    }
  }

  /** Ends {@link #run} in another thread. */
  void stop() {
    stopped = true;
    Connection open = connection;
    if (open == null) {
      return;
    }
    try {
      open.abort(Runnable::run);
    } catch (SQLException gone) {
      // It is given up either way.
    }
  }
}
