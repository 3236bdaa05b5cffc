package dev.sarkhat.search;

import dev.sarkhat.change.DirectConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which process writes to an index that several share: the one that holds a lock in the database,
 * which lasts as long as the connection it was taken over. One thread uses it.
 */
final class WriterLock implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(WriterLock.class);

  /** The first part of the lock's key, here alone; the second is made of the index's name. */
  private static final int LOCK = 1_936_876_392;

  private static final String NAME = "sarkhat search writer";
  private static final int ANSWER_SECONDS = 5;

  private final DirectConnections connections;
  private final String index;
  private @Nullable Connection connection;
  private boolean held;

  WriterLock(DirectConnections connections, String index) {
    this.connections = connections;
    this.index = index;
  }

  /** Whether this process holds the lock; it tries to get it. One that cannot ask has lost it. */
  boolean isHeld() {
    try {
      Connection open = connection;
      if (open == null) {
        open = connections.open(NAME, ANSWER_SECONDS);
        connection = open;
      }
      if (held) {
        // The lock is held as long as the server knows the connection.
        try (Statement alive = open.createStatement()) {
          alive.execute("select 1");
        }
      } else {
        held = tryLock(open);
      }
    } catch (SQLException lost) {
      LOG.debugf("It is not known who writes to the search index: %s", lost.getMessage());
      close();
    }
    return held;
  }

  private boolean tryLock(Connection open) throws SQLException {
    try (PreparedStatement tryLock =
        open.prepareStatement("select pg_try_advisory_lock(?, hashtext(?))")) {
      tryLock.setInt(1, LOCK);
      tryLock.setString(2, index);
      try (ResultSet row = tryLock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Lets the lock go; it can be taken again, over a new connection. */
  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    held = false;
    if (open != null) {
      try {
        // The server lets go of a session's locks when the session ends.
        open.close();
      } catch (SQLException failed) {
        LOG.debugf("A connection was not closed in order: %s", failed.getMessage());
      }
    }
  }
}
