package dev.sarkhat.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Removes what is older than the retention, but for the last change of each entity. It walks
 * through the log in transactions so short that nobody notices, on one node at a time.
 */
@Singleton
class ChangeCompaction {

  private static final Logger LOG = Logger.getLogger(ChangeCompaction.class);

  /** How many changes one transaction looks at: some tens of milliseconds. */
  private static final int WINDOW = 5000;

  // Its name beside that of the lock under which changes are numbered, see V6__change_log.sql.
  private static final String LOCK = "select pg_try_advisory_xact_lock(1935762280, 2)";

  /** What was removed and how far compaction reaches change together, or a reader would miss it. */
  private static final String COMPACT =
      """
      with seen as materialized (
        select number, kind, entity_id, at from change_log
          where number > ? order by number limit ?
      ), removed as (
        delete from change_log using seen
          where change_log.number = seen.number and seen.at < ?
            and exists (
              select from change_log later
                where later.kind = seen.kind and later.entity_id = seen.entity_id
                  and later.number > seen.number)
          returning change_log.number
      ), raised as (
        update change_feed
          set compacted_to = greatest(compacted_to, (select max(number) from removed))
          where exists (select from removed)
      )
      select max(number) filter (where at < ?) as last, (select count(*) from removed) as removed
        from seen
      """;

  private final DataSource dataSource;
  private final ChangeRetention retention;
  private final Clock clock;
  private final boolean serves;
  private final ScheduledExecutorService runs =
      new ScheduledThreadPoolExecutor(1, ChangeCompaction::thread);

  @Inject
  ChangeCompaction(
      DataSource dataSource,
      ChangeRetention retention,
      Clock clock,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.dataSource = dataSource;
    this.retention = retention;
    this.clock = clock;
    this.serves = serves;
  }

  private static Thread thread(Runnable run) {
    Thread thread = new Thread(run, "change-compaction");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent event) {
    if (!serves) {
      return;
    }
    long interval = retention.compactionInterval().toMillis();
    // Nodes that start together do not all come at once.
    long first = ThreadLocalRandom.current().nextLong(interval);
    runs.scheduleWithFixedDelay(this::run, first, interval, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    runs.shutdownNow();
  }

  private void run() {
    try {
      LOG.debugf("%s old changes were removed", Long.toString(compact()));
    } catch (SQLException failed) {
      LOG.warnf("Old changes could not be removed, the next run will: %s", failed.getMessage());
    }
  }

  /**
   * Removes what is older than the retention and not the last of its entity.
   *
   * @return how many; 0 too if another node is at it
   */
  long compact() throws SQLException {
    Instant before = clock.instant().minus(retention.retention());
    long removed = 0;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Window window = new Window(0, 0, false);
      do {
        window = compact(connection, before, window.last());
        connection.commit();
        removed += window.removed();
      } while (window.mayHaveNext());
    }
    return removed;
  }

  private record Window(long last, long removed, boolean mayHaveNext) {}

  private static Window compact(Connection connection, Instant before, long after)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK);
        ResultSet row = lock.executeQuery()) {
      row.next();
      if (!row.getBoolean(1)) {
        return new Window(after, 0, false);
      }
    }
    try (PreparedStatement compact = connection.prepareStatement(COMPACT)) {
      compact.setLong(1, after);
      compact.setInt(2, WINDOW);
      compact.setObject(3, before.atOffset(ZoneOffset.UTC));
      compact.setObject(4, before.atOffset(ZoneOffset.UTC));
      try (ResultSet row = compact.executeQuery()) {
        row.next();
        long last = row.getLong("last");
        boolean hasOld = !row.wasNull();
        return new Window(last, row.getLong("removed"), hasOld);
      }
    }
  }
}
