package dev.sarkhat.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Fills the database with articles, by the set-based statements of {@code benchmark/archive.sql},
 * which tells what the archive is like.
 */
final class SyntheticArchive {

  /** The middle of the time that the archive covers, whatever its size. */
  static final Instant MIDDLE = Instant.parse("2020-12-30T00:00:00Z");

  private final DataSource dataSource;

  SyntheticArchive(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Replaces everything in the database by an archive of this many articles.
   *
   * @return which listing rows of a sample differ from those that the triggers make; empty if all
   *     is well
   * @throws IllegalStateException if the database holds articles that are not synthetic
   */
  List<String> fill(int articles) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      int networkTimeout = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, 0);
      try (Statement statement = connection.createStatement()) {
        refuseToReplaceOtherArticles(statement);
        statement.execute("set statement_timeout = 0");
        statement.execute("set idle_in_transaction_session_timeout = 0");
        setSize(connection, articles);
        connection.setAutoCommit(false);
        statement.execute(resource("archive.sql"));
        connection.commit();
        List<String> differences = differences(connection, statement);
        connection.setAutoCommit(true);
        statement.execute("vacuum analyze");
        statement.execute("checkpoint");
        return differences;
      } finally {
        resetSettings(connection);
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
      }
    }
  }

  private static void refuseToReplaceOtherArticles(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select exists (select from article where external_id is null"
                + " or external_id not like 'benchmark-%')")) {
      row.next();
      if (row.getBoolean(1)) {
        throw new IllegalStateException(
            "The database holds articles, and the benchmark would delete them."
                + " Give it a database of its own.");
      }
    }
  }

  private static void setSize(Connection connection, int articles) throws SQLException {
    try (PreparedStatement setting =
        connection.prepareStatement("select set_config('benchmark.articles', ?, false)")) {
      setting.setString(1, Integer.toString(articles));
      setting.execute();
    }
  }

  private static List<String> differences(Connection connection, Statement statement)
      throws SQLException {
    List<String> differences = new ArrayList<>();
    statement.execute(resource("listing-check.sql"));
    try (ResultSet row =
        statement.executeQuery(
            "select listing, article_id from differences order by article_id limit 20")) {
      while (row.next()) {
        differences.add(row.getString(1) + " of article " + row.getLong(2));
      }
    }
    connection.rollback();
    return differences;
  }

  private static void resetSettings(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("reset all");
      statement.execute("discard temporary");
    }
  }

  private static String resource(String name) {
    try (InputStream in = SyntheticArchive.class.getResourceAsStream("/benchmark/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
