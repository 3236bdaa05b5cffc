package dev.sarkhat.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Cuts every connection that follows the change log, every two seconds. */
final class ConnectionCutter implements AutoCloseable {

  private static final int SECONDS = 2;
  private static final String CUT =
      "select count(pg_terminate_backend(pid)) from pg_stat_activity"
          + " where application_name like 'sarkhat change%'";

  private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong cuts = new AtomicLong();
  private final DataSource dataSource;

  ConnectionCutter(DataSource dataSource) {
    this.dataSource = dataSource;
    schedule.scheduleAtFixedRate(this::cut, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void cut() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(CUT)) {
      count.next();
      cuts.addAndGet(count.getLong(1));
    } catch (SQLException busy) {
      System.err.println("Not cut this time: " + busy.getMessage());
    }
  }

  /** How many connections it has cut. */
  long cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
