package dev.sarkhat.search;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/** Reads what readers are shown of sections, tags, sources and contributors, by their numbers. */
@ApplicationScoped
class ShownNames {

  private static final String SECTIONS =
      """
      select n.id, n.slug, n.title, n.path from section n
      where n.id = any(?) and (n.listed or exists (
        select from article_section l where l.section_id = n.id and is_listed(l.published_at, l.expire_at, ?)))
      """;

  private static final String TAGS =
      """
      select n.id, n.slug, n.title, '/tags/' || n.slug as path from tag n
      where n.id = any(?) and n.merged_into is null and (n.listed or exists (
        select from article_tag l where l.tag_id = n.id and is_listed(l.published_at, l.expire_at, ?)))
      """;

  private static final String SOURCES =
      """
      select n.id, n.slug, n.title, '/sources/' || n.slug as path from source n
      where n.id = any(?) and cast(? as timestamptz) is not null
      """;

  private static final String CONTRIBUTORS =
      """
      select n.id, n.slug, n.name as title, '/contributors/' || n.slug as path from contributor n
      where n.id = any(?) and (n.listed or exists (
        select from article_contributor l
        where l.contributor_id = n.id and is_listed(l.published_at, l.expire_at, ?)))
      """;

  private final Session session;
  private final Rendering rendering;

  @Inject
  ShownNames(Session session, Rendering rendering) {
    this.session = session;
    this.rendering = rendering;
  }

  /**
   * A name as readers are shown it.
   *
   * @param slug its name in addresses
   * @param title what readers call it
   * @param path its page on the site
   */
  record ShownName(String slug, String title, String path) {}

  /** Those of the names that readers find; the answer that is being rendered shows them. */
  Map<Long, ShownName> of(EntityKind kind, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Long, ShownName> names = new HashMap<>();
    session.doWork(connection -> read(connection, kind, ids, names));
    names.keySet().forEach(id -> rendering.shows(kind, id));
    return names;
  }

  private void read(
      Connection connection, EntityKind kind, Collection<Long> ids, Map<Long, ShownName> names)
      throws SQLException {
    Array numbers = connection.createArrayOf("bigint", ids.toArray());
    try (PreparedStatement select = connection.prepareStatement(sql(kind))) {
      select.setArray(1, numbers);
      select.setObject(2, rendering.asOf().atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          names.put(
              row.getLong("id"),
              new ShownName(row.getString("slug"), row.getString("title"), row.getString("path")));
        }
      }
    }
  }

  private static String sql(EntityKind kind) {
    return switch (kind) {
      case SECTION -> SECTIONS;
      case TAG -> TAGS;
      case SOURCE -> SOURCES;
      case CONTRIBUTOR -> CONTRIBUTORS;
      case ARTICLE, MENU, PRINCIPAL -> throw new IllegalArgumentException(kind + " has no names");
    };
  }
}
