package dev.sarkhat.ingest;

import dev.sarkhat.access.Actor;
import dev.sarkhat.article.Article;
import dev.sarkhat.database.LongTransaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was received, and knows it again: the digests of lines, the words of each revision,
 * the old paths. Rows of a batch travel as arrays, a statement for each table.
 */
final class ImportJournal {

  private final Session session;
  private final @Nullable Actor owner;
  private final Timestamp startedAt;

  ImportJournal(Session session, @Nullable Actor owner, Instant startedAt) {
    this.session = session;
    this.owner = owner;
    this.startedAt = Timestamp.from(startedAt);
  }

  /** Gives the transaction the time that readers' statements do not have. */
  void allowTime() {
    session.doWork(LongTransaction::allow);
  }

  /**
   * Waits until no other import is writing. Two that write at once would create the same names and
   * take the same rows in different orders, and the database would refuse the batch of one of them.
   * The turn ends with the transaction.
   */
  void awaitTurn() {
    session.doWork(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            // Longer than a batch takes, shorter than the socket's time limit.
            statement.execute("set local lock_timeout = '100s'");
            statement.execute("select pg_advisory_xact_lock(hashtext('sarkhat import'))");
            statement.execute("set local lock_timeout = '30s'");
          }
        });
  }

  /** The digests of those lines that were taken before. */
  Set<String> known(Collection<ReceivedLine> lines) {
    return session.doReturningWork(
        connection -> {
          Set<String> known = new HashSet<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select digest from imported_line where digest = any(?)")) {
            statement.setArray(1, digests(connection, lines));
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                known.add(HexFormat.of().formatHex(rows.getBytes(1)));
              }
            }
          }
          return known;
        });
  }

  /** Keeps the digests of the lines, and the words of the articles' revisions. */
  void keep(Map<ReceivedLine, Article> saved, List<ReceivedLine> others) {
    List<ReceivedLine> lines = new ArrayList<>(saved.keySet());
    List<Long> articles = new ArrayList<>(saved.values().stream().map(ImportJournal::id).toList());
    session.doWork(
        connection -> {
          insertRevisions(connection, saved, lines, articles);
          for (ReceivedLine other : others) {
            lines.add(other);
            articles.add(null);
          }
          insertDigests(connection, lines, articles);
        });
  }

  private void insertRevisions(
      Connection connection,
      Map<ReceivedLine, Article> saved,
      List<ReceivedLine> lines,
      List<Long> articles)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into article_revision (article_id, revision, saved_at, received, actor_id, actor_name)
            select r.article_id, r.revision, ?, r.received::jsonb, (select id from principal where id = ?), ?
            from unnest(?::bigint[], ?::integer[], ?::text[]) as r(article_id, revision, received)
            """)) {
      statement.setTimestamp(1, startedAt);
      statement.setObject(2, owner == null ? null : owner.principalId(), Types.BIGINT);
      statement.setString(3, owner == null ? null : owner.name());
      statement.setArray(4, connection.createArrayOf("bigint", articles.toArray()));
      statement.setArray(
          5,
          connection.createArrayOf(
              "integer", saved.values().stream().map(Article::revision).toArray()));
      statement.setArray(
          6,
          connection.createArrayOf("text", lines.stream().map(ReceivedLine::received).toArray()));
      statement.executeUpdate();
    }
  }

  private void insertDigests(Connection connection, List<ReceivedLine> lines, List<Long> articles)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into imported_line (digest, article_id, imported_at)
            select l.digest, l.article_id, ?
            from unnest(?::bytea[], ?::bigint[]) as l(digest, article_id)
            """)) {
      statement.setTimestamp(1, startedAt);
      statement.setArray(2, digests(connection, lines));
      statement.setArray(3, connection.createArrayOf("bigint", articles.toArray()));
      statement.executeUpdate();
    }
  }

  /**
   * Leads the old paths of the articles to them; of two articles with one path the later has it.
   *
   * @return how many paths lead elsewhere than before
   */
  long redirect(Map<ReceivedLine, Article> saved) {
    Map<String, Long> articleByPath = new LinkedHashMap<>();
    saved.forEach(
        (line, article) -> {
          if (line.content() instanceof ArticleLine content) {
            content.paths().forEach(path -> articleByPath.put(path, id(article)));
          }
        });
    if (articleByPath.isEmpty()) {
      return 0;
    }
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  insert into redirect (path, article_id, created_at)
                  select r.path, r.article_id, ? from unnest(?::text[], ?::bigint[]) as r(path, article_id)
                  on conflict (path) do update
                    set article_id = excluded.article_id, section_id = null, created_at = excluded.created_at
                    where redirect.article_id is distinct from excluded.article_id
                  """)) {
            statement.setTimestamp(1, startedAt);
            statement.setArray(
                2, connection.createArrayOf("text", articleByPath.keySet().toArray()));
            statement.setArray(
                3, connection.createArrayOf("bigint", articleByPath.values().toArray()));
            return (long) statement.executeUpdate();
          }
        });
  }

  /** Leads old paths of a section to it. */
  void redirect(List<String> paths, long section) {
    session.doWork(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  insert into redirect (path, section_id, created_at)
                  select path, ?, ? from unnest(?::text[]) as path
                  on conflict (path) do update
                    set article_id = null, section_id = excluded.section_id, created_at = excluded.created_at
                    where redirect.section_id is distinct from excluded.section_id
                  """)) {
            statement.setLong(1, section);
            statement.setTimestamp(2, startedAt);
            statement.setArray(3, connection.createArrayOf("text", paths.toArray()));
            statement.executeUpdate();
          }
        });
  }

  /** Puts down which related articles the lines name, in the place of those named before. */
  void awaitRelated(Map<ReceivedLine, Article> saved, Collection<Article> updated) {
    List<Long> articles = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    List<@Nullable String> externalIds = new ArrayList<>();
    List<@Nullable Long> numbers = new ArrayList<>();
    saved.forEach(
        (line, article) -> {
          if (line.content() instanceof ArticleLine content) {
            for (int index = 0; index < content.related().size(); index++) {
              articles.add(id(article));
              positions.add(index);
              externalIds.add(content.related().get(index).externalId());
              numbers.add(content.related().get(index).number());
            }
          }
        });
    Object[] replaced = updated.stream().map(ImportJournal::id).toArray();
    session.doWork(
        connection -> {
          if (replaced.length > 0) {
            delete(connection, "delete from article_related where article_id = any(?)", replaced);
            delete(connection, "delete from awaited_related where article_id = any(?)", replaced);
          }
          if (!articles.isEmpty()) {
            insertAwaited(connection, articles, positions, externalIds, numbers);
          }
        });
  }

  private static void delete(Connection connection, String sql, Object[] articles)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", articles));
      statement.executeUpdate();
    }
  }

  private static void insertAwaited(
      Connection connection,
      List<Long> articles,
      List<Integer> positions,
      List<@Nullable String> externalIds,
      List<@Nullable Long> numbers)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into awaited_related (article_id, position, external_id, related_id)
            select * from unnest(?::bigint[], ?::integer[], ?::text[], ?::bigint[])
            """)) {
      statement.setArray(1, connection.createArrayOf("bigint", articles.toArray()));
      statement.setArray(2, connection.createArrayOf("integer", positions.toArray()));
      statement.setArray(3, connection.createArrayOf("text", externalIds.toArray()));
      statement.setArray(4, connection.createArrayOf("bigint", numbers.toArray()));
      statement.executeUpdate();
    }
  }

  private static Array digests(Connection connection, Collection<ReceivedLine> lines)
      throws SQLException {
    return connection.createArrayOf(
        "bytea", lines.stream().map(ReceivedLine::digestBytes).toArray(byte[][]::new));
  }

  private static Long id(Article article) {
    return Objects.requireNonNull(article.id());
  }
}
