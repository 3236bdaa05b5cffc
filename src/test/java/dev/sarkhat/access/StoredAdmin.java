package dev.sarkhat.access;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts an admin with a key into the database of an application that runs in another process. */
public final class StoredAdmin {

  private StoredAdmin() {}

  /** The text of the key. */
  public static String store(DataSource dataSource) throws SQLException {
    AccessKey key = AccessKey.generate(new SecureRandom());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                with made as (
                  insert into principal (id, revision, kind, name, created_at)
                  values (nextval('principal_seq'), 0, 'application', 'admin', now()) returning id
                ), granted as (
                  insert into role_grant (principal_id, role, granted_at)
                  select id, 'admin', now() from made
                )
                insert into access_key (id, principal_id, secret_hash, created_at)
                select ?, id, ?, now() from made
                """)) {
      statement.setString(1, key.id());
      statement.setBytes(2, key.hash());
      statement.executeUpdate();
    }
    return key.text();
  }
}
