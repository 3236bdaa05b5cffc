package dev.sarkhat.change;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The log for those who follow it at their own pace and remember how far they have come: purges of
 * a content delivery network, synchronisation. They are told of each change at least once.
 */
@Singleton
public class ChangeFeed {

  private final DataSource dataSource;

  @Inject
  ChangeFeed(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Where the feed stands.
   *
   * @param epoch what the numbers belong to; those of another epoch say nothing
   * @param number the last change, or 0
   * @param compactedTo whoever has come less far than this may miss changes, though never the last
   *     one of an entity
   */
  public record Head(UUID epoch, long number, long compactedTo) {}

  /**
   * Where the feed stands now.
   *
   * @throws PersistenceException if the database fails
   */
  public Head head() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select epoch, compacted_to,"
                    + " (select coalesce(max(number), 0) from change_log) as head"
                    + " from change_feed");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Head(
          row.getObject("epoch", UUID.class), row.getLong("head"), row.getLong("compacted_to"));
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  /**
   * The changes after the one with the number, in the order of their numbers.
   *
   * @param number 0 for the first
   * @param limit how many at most
   * @throws PersistenceException if the database fails
   */
  public List<Change> after(long number, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                ("select " + ChangeRow.COLUMNS)
                    + " from change_log where number > ? order by number limit ?")) {
      select.setLong(1, number);
      select.setInt(2, limit);
      List<Change> changes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(ChangeRow.read(row));
        }
      }
      return changes;
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }
}
