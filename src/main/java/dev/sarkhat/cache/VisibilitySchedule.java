package dev.sarkhat.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The instants at which an article appears or expires by itself. Every list and every count is
 * rendered anew at each of them, whichever list the article is in: they are few, at most some
 * hundreds a day.
 */
@Singleton
class VisibilitySchedule {

  private final DataSource dataSource;
  private volatile @Nullable Span span;

  @Inject
  VisibilitySchedule(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Between two such instants, as it stood in an epoch.
   *
   * @param next null for no end
   */
  private record Span(long epoch, Instant from, @Nullable Instant next) {

    boolean holds(long wanted, Instant asOf) {
      return epoch == wanted && !asOf.isBefore(from) && (next == null || asOf.isBefore(next));
    }
  }

  /**
   * The first such instant after this one, or null for none.
   *
   * <p>One that was read earlier in the same epoch is as good: an article that was scheduled since
   * ends the epoch, and with it every list that began before.
   *
   * @param epoch the epoch before the first SQL statement of the rendering
   * @throws SQLException if the database does not answer
   */
  @Nullable Instant next(Instant asOf, long epoch) throws SQLException {
    Span known = span;
    if (known != null && known.holds(epoch, asOf)) {
      return known.next();
    }
    Instant next = read(asOf);
    span = new Span(epoch, asOf, next);
    return next;
  }

  private @Nullable Instant read(Instant asOf) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select next_visibility_change(?)")) {
      select.setObject(1, asOf.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        OffsetDateTime next = row.getObject(1, OffsetDateTime.class);
        return next == null ? null : next.toInstant();
      }
    }
  }
}
