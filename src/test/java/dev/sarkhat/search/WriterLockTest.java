package dev.sarkhat.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.change.DirectConnections;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WriterLockTest {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Inject DirectConnections connections;
  @Inject DataSource dataSource;

  private final String index = UUID.randomUUID().toString();

  @Test
  void isHeldByOneUntilItLetsGo() {
    try (WriterLock one = new WriterLock(connections, index);
        WriterLock other = new WriterLock(connections, index);
        WriterLock elsewhere = new WriterLock(connections, index + "2")) {
      assertTrue(one.isHeld());
      assertTrue(one.isHeld());
      assertFalse(other.isHeld());
      assertTrue(elsewhere.isHeld());
      one.close();
      assertTrue(becomesHeld(other));
      assertFalse(one.isHeld());
    }
  }

  @Test
  void isLostWithTheConnection() throws SQLException {
    try (WriterLock one = new WriterLock(connections, index);
        WriterLock other = new WriterLock(connections, index)) {
      assertTrue(one.isHeld());
      endConnection();
      assertTrue(becomesHeld(other));
      assertFalse(one.isHeld());
      assertFalse(one.isHeld());
    }
  }

  /** The server ends a session a moment after the connection. */
  private static boolean becomesHeld(WriterLock lock) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!lock.isHeld()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  private void endConnection() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement end =
            connection.prepareStatement(
                """
                select count(pg_terminate_backend(pid)) from pg_locks
                where locktype = 'advisory' and objid::bigint = hashtext(?)::bigint & 4294967295
                """)) {
      end.setString(1, index);
      try (ResultSet row = end.executeQuery()) {
        row.next();
        assertEquals(1, row.getInt(1));
      }
    }
  }
}
