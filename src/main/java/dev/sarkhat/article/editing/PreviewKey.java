package dev.sarkhat.article.editing;

import dev.sarkhat.database.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** The key that preview links are signed with. */
@Singleton
class PreviewKey {

  private final byte[] key;

  @Inject
  PreviewKey(Secrets secrets) throws SQLException {
    this.key = secrets.key("preview");
  }

  byte[] bytes() {
    return key.clone();
  }
}
