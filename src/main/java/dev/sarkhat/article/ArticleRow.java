package dev.sarkhat.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The row that a result set stands on, read column by column from left to right: a row of an
 * article has thirty-four, and their reader is to name them in the order of the statement.
 */
final class ArticleRow {

  private final ResultSet columns;
  private int column;

  ArticleRow(ResultSet columns) {
    this.columns = columns;
  }

  /** Goes to the first column of the next row; false where there is none. */
  boolean next() throws SQLException {
    column = 0;
    return columns.next();
  }

  long number() throws SQLException {
    return columns.getLong(++column);
  }

  @Nullable Long numberOrNull() throws SQLException {
    long value = number();
    return columns.wasNull() ? null : value;
  }

  int integer() throws SQLException {
    return columns.getInt(++column);
  }

  @Nullable Integer integerOrNull() throws SQLException {
    int value = integer();
    return columns.wasNull() ? null : value;
  }

  String text() throws SQLException {
    return columns.getString(++column);
  }

  @Nullable String textOrNull() throws SQLException {
    return columns.getString(++column);
  }

  Instant instant() throws SQLException {
    return columns.getObject(++column, OffsetDateTime.class).toInstant();
  }

  @Nullable Instant instantOrNull() throws SQLException {
    OffsetDateTime value = columns.getObject(++column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
