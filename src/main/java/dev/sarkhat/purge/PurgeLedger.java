package dev.sarkhat.purge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of one target: its positions, and which node purges it. One node does at
 * a time, the one that holds a lock that lasts as long as the database connection; so a node that
 * loses its connection cannot move a position any longer. One thread uses it.
 */
final class PurgeLedger implements AutoCloseable {

  /** The first part of the lock's key, here alone; the second is made of the target. */
  private static final int LOCK = 1_886_745_191;

  private final DataSource connections;
  private final String target;
  private final Clock clock;
  private @Nullable Connection connection;
  private boolean leading;

  /**
   * @param connections gives connections that the ledger may keep
   */
  PurgeLedger(DataSource connections, String target, Clock clock) {
    this.connections = connections;
    this.target = target;
    this.clock = clock;
  }

  /** Whether this node is the one that purges the target; it tries to become it. */
  boolean lead() throws SQLException {
    if (leading) {
      return true;
    }
    try (PreparedStatement tryLock =
        connection().prepareStatement("select pg_try_advisory_lock(?, hashtext(?))")) {
      tryLock.setInt(1, LOCK);
      tryLock.setString(2, target);
      try (ResultSet row = tryLock.executeQuery()) {
        row.next();
        leading = row.getBoolean(1);
      }
    }
    return leading;
  }

  /** Where a pass is; nothing before it has begun. */
  Optional<PurgePosition> position(PurgePass pass) throws SQLException {
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "select epoch, number from purge_position where target = ? and pass = ?")) {
      select.setString(1, target);
      select.setString(2, pass.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new PurgePosition(row.getObject(1, UUID.class), row.getLong(2)))
            : Optional.empty();
      }
    }
  }

  /** Keeps where a pass is. */
  void move(PurgePass pass, PurgePosition position) throws SQLException {
    try (PreparedStatement upsert =
        connection()
            .prepareStatement(
                "insert into purge_position (target, pass, epoch, number, moved_at)"
                    + " values (?, ?, ?, ?, ?) on conflict (target, pass) do update set"
                    + " epoch = excluded.epoch, number = excluded.number,"
                    + " moved_at = excluded.moved_at")) {
      upsert.setString(1, target);
      upsert.setString(2, pass.value());
      upsert.setObject(3, position.epoch());
      upsert.setLong(4, position.number());
      upsert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
      upsert.executeUpdate();
    }
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = connections.getConnection();
      connection = open;
    }
    return open;
  }

  /** Lets the lead go; the ledger can be used again, over a new connection. */
  @Override
  public void close() throws SQLException {
    Connection open = connection;
    boolean led = leading;
    connection = null;
    leading = false;
    if (open == null) {
      return;
    }
    try (open) {
      if (led) {
        unlock(open);
      }
    }
  }

  /** The end of the session would do it too, but a moment later. */
  private void unlock(Connection open) throws SQLException {
    try (PreparedStatement unlock =
        open.prepareStatement("select pg_advisory_unlock(?, hashtext(?))")) {
      unlock.setInt(1, LOCK);
      unlock.setString(2, target);
      unlock.execute();
    }
  }
}
