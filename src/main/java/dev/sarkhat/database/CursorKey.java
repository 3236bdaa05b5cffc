package dev.sarkhat.database;

import dev.sarkhat.paging.CursorCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The key that cursors are signed with. It is made once and kept in the database, so that cursors
 * outlive a restart and every node reads those of the others.
 */
class CursorKey {

  private static final int LENGTH = 32;

  @Produces
  @Singleton
  CursorCodec cursors(DataSource dataSource, Clock clock) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      byte[] candidate = new byte[LENGTH];
      new SecureRandom().nextBytes(candidate);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into secret (name, value, created_at) values ('cursor', ?, ?)"
                  + " on conflict (name) do nothing")) {
        insert.setBytes(1, candidate);
        insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      try (PreparedStatement select =
              connection.prepareStatement("select value from secret where name = 'cursor'");
          ResultSet row = select.executeQuery()) {
        row.next();
        return new CursorCodec(row.getBytes(1));
      }
    }
  }
}
