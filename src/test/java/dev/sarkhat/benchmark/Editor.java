package dev.sarkhat.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Writes to the synthetic archive at fixed times, in turn: a draft is published, one of the newest
 * articles is edited. It writes from another process than the application's, as any tool could; the
 * application learns of it by its change log.
 */
final class Editor implements AutoCloseable {

  private static final String PUBLISH =
      """
      update article
      set status = 'published', published_at = date_trunc('milliseconds', statement_timestamp()),
          updated_at = date_trunc('milliseconds', statement_timestamp()), revision = revision + 1
      where id = (select max(id) from article where status = 'draft')
      """;
  private static final String EDIT =
      """
      update article
      set title = title || '.', revision = revision + 1,
          updated_at = date_trunc('milliseconds', statement_timestamp())
      where id = (
        select id from article where status = 'published' and published_at <= statement_timestamp()
        order by published_at desc, id desc offset ? limit 1)
      """;
  private static final int NEWEST = 40;

  private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger writes = new AtomicInteger();
  private final Connection connection;
  private final ScheduledFuture<?> writing;

  Editor(DataSource dataSource, Duration pause) throws SQLException {
    connection = dataSource.getConnection();
    writing = schedule.scheduleAtFixedRate(this::write, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void write() {
    int turn = writes.get();
    try (PreparedStatement statement =
        connection.prepareStatement(turn % 2 == 0 ? PUBLISH : EDIT)) {
      if (turn % 2 == 1) {
        statement.setInt(1, turn / 2 * 7 % NEWEST);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("There is nothing left to write.");
      }
      writes.incrementAndGet();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often it has written; fails if it cannot any longer. */
  int writes() {
    if (writing.isDone()) {
      throw new IllegalStateException("The editor had to stop: " + writing);
    }
    return writes.get();
  }

  @Override
  public void close() throws SQLException, InterruptedException {
    schedule.shutdown();
    schedule.awaitTermination(10, TimeUnit.SECONDS);
    connection.close();
  }
}
