package dev.sarkhat.search;

import dev.sarkhat.article.body.BodyText;
import dev.sarkhat.cache.Rendering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/** Reads the bodies of a page of public articles, as plain text. */
@ApplicationScoped
class BodyTexts {

  private static final String BODIES =
      """
      select a.id, a.body from article a
      where a.id = any(?) and a.body is not null
        and is_public(a.status, a.published_at, a.expire_at, ?)
      """;

  private final Session session;
  private final Rendering rendering;

  @Inject
  BodyTexts(Session session, Rendering rendering) {
    this.session = session;
    this.rendering = rendering;
  }

  /** The bodies by the articles' numbers; those that have none are left out. */
  Map<Long, String> of(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Long, String> texts = new HashMap<>();
    session.doWork(connection -> read(connection, ids, texts));
    return texts;
  }

  private void read(Connection connection, Collection<Long> ids, Map<Long, String> texts)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BODIES)) {
      select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      select.setObject(2, rendering.asOf().atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.put(row.getLong("id"), BodyText.of(row.getString("body")));
        }
      }
    }
  }
}
