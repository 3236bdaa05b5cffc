package dev.sarkhat.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log from where it was read last, over a connection of its own, which it opens when it
 * needs one. Not for several threads.
 */
final class ChangeReader {

  /** How many changes are read at once. */
  static final int PAGE = 1000;

  /** The feed and what is new in it come from one snapshot, so that they belong together. */
  private static final String SELECT =
      "select feed.epoch, feed.compacted_to,"
          + " (select coalesce(max(number), 0) from change_log) as head, news.*"
          + " from change_feed feed left join lateral ("
          + ("select " + ChangeRow.COLUMNS)
          + " from change_log where number > ? order by number limit ?) news on true"
          + " order by news.number";

  private final Opener opener;
  private @Nullable Connection connection;
  private @Nullable UUID epoch;
  private long position;

  /** What opens a connection to the log. */
  interface Opener {
    Connection open() throws SQLException;
  }

  ChangeReader(Opener opener) {
    this.opener = opener;
  }

  /** What one look at the log showed. */
  sealed interface Look {

    /**
     * What is new.
     *
     * @param changes in the order of their numbers; empty if nothing is
     * @param isFull whether there may be more
     */
    record News(List<Change> changes, boolean isFull) implements Look {}

    /**
     * The log does not go on from where it was read last, or was never read. The reader goes on
     * from the log's end.
     */
    record Reset() implements Look {}
  }

  /** The number of the last change that was read. */
  long position() {
    return position;
  }

  /**
   * Looks what is new. After an error the next look uses a new connection.
   *
   * @throws SQLException if the database does not answer; the position stays
   */
  Look look() throws SQLException {
    try {
      return look(connected());
    } catch (SQLException failed) {
      disconnect();
      throw failed;
    }
  }

  private Look look(Connection connected) throws SQLException {
    try (PreparedStatement select = connected.prepareStatement(SELECT)) {
      select.setLong(1, epoch == null ? Long.MAX_VALUE : position);
      select.setInt(2, PAGE);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("The table change_feed is empty");
        }
        UUID found = row.getObject("epoch", UUID.class);
        long head = row.getLong("head");
        if (!found.equals(epoch) || position < row.getLong("compacted_to") || position > head) {
          epoch = found;
          position = head;
          return new Look.Reset();
        }
        return news(row);
      }
    }
  }

  private Look.News news(ResultSet row) throws SQLException {
    List<Change> changes = new ArrayList<>();
    row.getLong("number");
    if (!row.wasNull()) {
      do {
        changes.add(ChangeRow.read(row));
      } while (row.next());
      position = changes.get(changes.size() - 1).number();
    }
    return new Look.News(List.copyOf(changes), changes.size() == PAGE);
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = opener.open();
      connection = open;
      try (Statement statement = open.createStatement()) {
        // Another server may stand behind the same address.
        statement.execute("select recognise_change_feed()");
      }
    }
    return open;
  }

  /** Gives the connection up; the position stays. */
  void disconnect() {
    Connection open = connection;
    connection = null;
    if (open == null) {
      return;
    }
    try {
      // Closing says goodbye to a server that may not listen; this just lets go.
      open.abort(Runnable::run);
    } catch (SQLException gone) {
      // It is given up either way.
    }
  }
}
