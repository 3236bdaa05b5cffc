package dev.sarkhat.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When each key was last used, and from where. Requests only note it; twice a minute one statement
 * writes what was noted, so no request waits for it, and a key in constant use is written as seldom
 * as any.
 */
@Singleton
class KeyUses {

  private static final Logger LOG = Logger.getLogger(KeyUses.class);
  private static final int SECONDS = 30;

  /** Keys may have been deleted, and other processes have seen them later. */
  private static final String WRITE =
      """
      insert into access_key_use (key_id, last_used_at, address)
      select k.id, u.at, u.address
      from unnest(?, ?, ?) as u(id, at, address) join access_key k on k.id = u.id
      on conflict (key_id) do update
        set last_used_at = excluded.last_used_at, address = excluded.address
        where excluded.last_used_at > access_key_use.last_used_at
      """;

  private final DataSource database;
  private final Clock clock;
  private final boolean serves;
  private final Map<String, Use> noted = new ConcurrentHashMap<>();
  private final ScheduledExecutorService runs = new ScheduledThreadPoolExecutor(1, KeyUses::thread);

  @Inject
  KeyUses(
      DataSource database,
      Clock clock,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.database = database;
    this.clock = clock;
    this.serves = serves;
  }

  private record Use(Instant at, @Nullable String address) {}

  private static Thread thread(Runnable run) {
    Thread thread = new Thread(run, "key-uses");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent event) {
    if (serves) {
      runs.scheduleWithFixedDelay(this::writeOrWarn, SECONDS, SECONDS, TimeUnit.SECONDS);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    runs.shutdownNow();
    writeOrWarn();
  }

  /** Notes that a key is used now. */
  void note(String keyId, @Nullable String address) {
    noted.put(keyId, new Use(clock.instant(), address));
  }

  private void writeOrWarn() {
    try {
      write();
    } catch (SQLException failed) {
      LOG.warnf(
          "When keys were last used could not be written, the next run will: %s",
          failed.getMessage());
    }
  }

  /** Writes what was noted; what cannot be written stays noted. */
  void write() throws SQLException {
    Map<String, Use> writing = Map.copyOf(noted);
    if (writing.isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>();
    List<String> instants = new ArrayList<>();
    List<@Nullable String> addresses = new ArrayList<>();
    // In one order, so that two processes do not wait for each other's rows.
    writing.keySet().stream()
        .sorted()
        .forEach(
            id -> {
              Use use = writing.get(id);
              if (use != null) {
                ids.add(id);
                instants.add(use.at().toString());
                addresses.add(use.address());
              }
            });
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      statement.setArray(2, connection.createArrayOf("timestamptz", instants.toArray()));
      statement.setArray(3, connection.createArrayOf("text", addresses.toArray()));
      statement.executeUpdate();
    }
    writing.forEach(noted::remove);
  }
}
