package dev.sarkhat.database;

import dev.sarkhat.paging.CursorCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** The key that cursors are signed with. */
class CursorKey {

  @Produces
  @Singleton
  CursorCodec cursors(Secrets secrets) throws SQLException {
    return new CursorCodec(secrets.key("cursor"));
  }
}
