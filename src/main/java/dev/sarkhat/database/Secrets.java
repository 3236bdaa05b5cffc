package dev.sarkhat.database;

import jakarta.inject.Inject;
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
 * Random keys that are made once and kept in the database, so that what is signed with them
 * outlives a restart and every node knows it for its own.
 */
@Singleton
public class Secrets {

  private static final int LENGTH = 32;

  private final DataSource database;
  private final Clock clock;

  @Inject
  Secrets(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The key of that name, of 256 bits; whoever asks first makes it.
   *
   * @throws SQLException if the database does not answer
   */
  public byte[] key(String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      byte[] candidate = new byte[LENGTH];
      new SecureRandom().nextBytes(candidate);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into secret (name, value, created_at) values (?, ?, ?)"
                  + " on conflict (name) do nothing")) {
        insert.setString(1, name);
        insert.setBytes(2, candidate);
        insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      try (PreparedStatement select =
          connection.prepareStatement("select value from secret where name = ?")) {
        select.setString(1, name);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getBytes(1);
        }
      }
    }
  }
}
