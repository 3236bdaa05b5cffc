package dev.sarkhat.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The keys in the database, with what their holders may do. */
@Singleton
class StoredKeys {

  private final DataSource database;

  @Inject
  StoredKeys(DataSource database) {
    this.database = database;
  }

  /**
   * The key with the id, whether it is valid or not; a row for each grant of its holder.
   *
   * @throws SQLException if the database does not answer
   */
  Optional<StoredKey> find(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select k.secret_hash, k.bootstrap, least(k.expires_at, k.revoked_at, p.disabled_at) as ends_at,
                       p.id, p.name, g.role, g.section_id
                from access_key k
                join principal p on p.id = k.principal_id
                left join role_grant g on g.principal_id = p.id
                where k.id = ?
                """)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(key(id, rows)) : Optional.empty();
      }
    }
  }

  /**
   * Ends the first keys that are still taken.
   *
   * @throws SQLException if the database does not answer
   */
  void endFirstKeys(Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update access_key set revoked_at = ? where bootstrap and revoked_at is null")) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static StoredKey key(String id, ResultSet rows) throws SQLException {
    byte[] hash = rows.getBytes("secret_hash");
    OffsetDateTime endsAt = rows.getObject("ends_at", OffsetDateTime.class);
    long principal = rows.getLong("id");
    String name = rows.getString("name");
    boolean bootstrap = rows.getBoolean("bootstrap");
    List<Grant> grants = new ArrayList<>();
    do {
      String role = rows.getString("role");
      if (role != null) {
        @Nullable Long section = rows.getObject("section_id", Long.class);
        grants.add(new Grant(Role.of(role), section));
      }
    } while (rows.next());
    return new StoredKey(
        hash,
        endsAt == null ? null : endsAt.toInstant(),
        new Principal(principal, name, id, bootstrap, grants));
  }
}
