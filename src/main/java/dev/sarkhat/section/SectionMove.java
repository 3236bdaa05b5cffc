package dev.sarkhat.section;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What follows a section to another path: the paths of the sections below it, redirects from the
 * old ones, and the lists that its articles stand in. It is made before the section is moved, and
 * followed up after that is flushed. Readers see all of it or nothing, and wait for nothing.
 */
final class SectionMove {

  /** How many articles one statement lists anew: a fraction of the time that a statement has. */
  private static final int ARTICLES_AT_ONCE = 2_000;

  private static final String SUBTREE =
      """
      with recursive subtree(id, path) as (
        select s.id, s.path from section s where s.id = ?
        union all
        select s.id, b.path || '/' || s.slug from section s join subtree b on s.parent_id = b.id)
      """;

  private final Session session;
  private final long section;
  private final List<Long> sections = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final List<Long> above;

  private SectionMove(Session session, Section section) {
    this.session = session;
    this.section = Objects.requireNonNull(section.id());
    this.above = above(section);
  }

  /**
   * Begins. Until the transaction ends, whoever puts an article into the subtree, or lists one
   * anew, waits: they need to know what stands above it.
   */
  static SectionMove of(Session session, Section section) {
    SectionMove move = new SectionMove(session, section);
    session.doWork(move::lockSubtree);
    return move;
  }

  /** How many levels of sections there are in the subtree, the section's own included. */
  int height() {
    return paths.stream().mapToInt(SectionMove::depth).max().orElseThrow() - above.size();
  }

  /** Ends, once the section's new place is in the database. */
  void follow(Section moved, Instant now) {
    List<Long> aboveNow = above(moved);
    List<Long> left = new ArrayList<>(above);
    left.removeAll(aboveNow);
    List<Long> entered = new ArrayList<>(aboveNow);
    entered.removeAll(above);
    session.doWork(
        connection -> {
          rewritePaths(connection);
          leaveRedirects(connection, now);
          if (!left.isEmpty() || !entered.isEmpty()) {
            relist(connection, left, entered);
          }
        });
  }

  private static int depth(String path) {
    return (int) path.chars().filter(each -> each == '/').count();
  }

  private static List<Long> above(Section section) {
    List<Long> above = new ArrayList<>();
    for (Section at = section.parent(); at != null; at = at.parent()) {
      above.add(Objects.requireNonNull(at.id()));
    }
    return above;
  }

  private void lockSubtree(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            SUBTREE
                + "select id, path from section where id in (select id from subtree)"
                + " order by id for update")) {
      lock.setLong(1, section);
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          sections.add(row.getLong(1));
          paths.add(row.getString(2));
        }
      }
    }
  }

  /** The path is something that their readers see: it takes their revisions on. */
  private void rewritePaths(Connection connection) throws SQLException {
    try (PreparedStatement rewrite =
        connection.prepareStatement(
            SUBTREE
                + "update section s set path = b.path, revision = s.revision + 1"
                + " from subtree b where s.id = b.id and s.path <> b.path")) {
      rewrite.setLong(1, section);
      rewrite.executeUpdate();
    }
  }

  private void leaveRedirects(Connection connection, Instant now) throws SQLException {
    Array ids = connection.createArrayOf("bigint", sections.toArray());
    try (PreparedStatement leave =
            connection.prepareStatement(
                """
                insert into redirect (path, section_id, created_at)
                select o.path, o.id, ? from unnest(?::text[], ?::bigint[]) as o(path, id)
                on conflict (path) do update
                  set section_id = excluded.section_id, article_id = null, created_at = excluded.created_at
                """);
        PreparedStatement revive =
            connection.prepareStatement(
                "delete from redirect r using section s where s.id = any(?) and r.path = s.path")) {
      leave.setTimestamp(1, Timestamp.from(now));
      leave.setArray(2, connection.createArrayOf("text", paths.toArray()));
      leave.setArray(3, ids);
      leave.executeUpdate();
      revive.setArray(1, ids);
      revive.executeUpdate();
    }
  }

  private void relist(Connection connection, List<Long> left, List<Long> entered)
      throws SQLException {
    try (PreparedStatement relist =
        connection.prepareStatement(
            "select * from relist_moved_section(?, ?, ?, ?::timestamptz, ?, ?)")) {
      relist.setLong(1, section);
      relist.setArray(2, connection.createArrayOf("bigint", left.toArray()));
      relist.setArray(3, connection.createArrayOf("bigint", entered.toArray()));
      relist.setInt(6, ARTICLES_AT_ONCE);
      @Nullable String lastAt = "-infinity";
      long lastId = 0;
      while (lastAt != null) {
        relist.setString(4, lastAt);
        relist.setLong(5, lastId);
        try (ResultSet last = relist.executeQuery()) {
          last.next();
          lastAt = last.getString(1);
          lastId = last.getLong(2);
        }
      }
    }
  }
}
