package dev.sarkhat.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What an import over HTTP has to tell of single lines, up to a number of each kind. */
final class JobReport {

  private final long id;
  private final int most;

  /**
   * The report of an import.
   *
   * @param most how many refusals are kept, and how many repairs of spelling
   */
  JobReport(long id, int most) {
    this.id = id;
    this.most = most;
  }

  /** Keeps refusals, in the order of the lines. */
  void keepRefusals(Connection connection, List<Refusal> refusals) throws SQLException {
    if (refusals.isEmpty()
        || isFull(
            connection,
            "select exists (select from import_refusal where job_id = ? offset ? limit 1)")) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into import_refusal (job_id, line, place, external_id, pointer, reason)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      long line = 0;
      int place = 0;
      for (Refusal refusal : refusals) {
        place = refusal.line() == line ? place + 1 : 0;
        line = refusal.line();
        statement.setLong(1, id);
        statement.setLong(2, line);
        statement.setInt(3, place);
        statement.setString(4, refusal.externalId());
        statement.setString(5, refusal.pointer());
        statement.setString(6, refusal.reason());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Keeps repairs of spelling, in the order of the lines. */
  void keepSpellings(Connection connection, List<SpellingNote> notes) throws SQLException {
    if (notes.isEmpty()
        || isFull(
            connection,
            "select exists (select from import_spelling where job_id = ? offset ? limit 1)")) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into import_spelling
              (job_id, line, place, external_id, article_id, pointer, begins, ends,
               original, replacement, rule, confidence, applied)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      long line = 0;
      int place = 0;
      for (SpellingNote note : notes) {
        place = note.line() == line ? place + 1 : 0;
        line = note.line();
        statement.setLong(1, id);
        statement.setLong(2, line);
        statement.setInt(3, place);
        statement.setString(4, note.externalId());
        statement.setLong(5, note.articleId());
        statement.setString(6, note.pointer());
        statement.setInt(7, note.start());
        statement.setInt(8, note.end());
        statement.setString(9, note.original());
        statement.setString(10, note.replacement());
        statement.setString(11, note.rule());
        statement.setDouble(12, note.confidence());
        statement.setBoolean(13, note.applied());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Looked at once a batch, so that some more than the most may be kept. */
  private boolean isFull(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      statement.setInt(2, most);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
