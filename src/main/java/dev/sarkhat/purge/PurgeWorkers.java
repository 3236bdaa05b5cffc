package dev.sarkhat.purge;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.ChangeListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Starts a worker for each target in a process that serves, and wakes them when something has
 * changed. Each has a connection of its own, which the leading node holds as long as it leads.
 */
@Singleton
class PurgeWorkers implements ChangeListener {

  private static final String PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties";

  /** How long the application's end waits for a purge that is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PurgeConfig config;
  private final boolean serves;
  private final ChangeFeed feed;
  private final MeterRegistry registry;
  private final Clock clock;
  private final PGSimpleDataSource connections = new PGSimpleDataSource();
  private final List<PurgeWorker> workers = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @Inject
  PurgeWorkers(
      PurgeConfig config,
      ChangeFeed feed,
      MeterRegistry registry,
      Clock clock,
      Config settings,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.config = config;
    this.feed = feed;
    this.registry = registry;
    this.clock = clock;
    this.serves = serves;
    // As for the pool, such as how the connection is encrypted; its limits of time are set below.
    settings
        .unwrap(SmallRyeConfig.class)
        .getOptionalValues(PROPERTIES, String.class, String.class)
        .ifPresent(properties -> properties.forEach(this::set));
    connections.setURL(url);
    username.ifPresent(connections::setUser);
    password.ifPresent(connections::setPassword);
    connections.setApplicationName("sarkhat purge");
    connections.setConnectTimeout(2);
    connections.setLoginTimeout(2);
    connections.setSocketTimeout(5);
    connections.setTcpKeepAlive(true);
  }

  private void set(String property, String value) {
    try {
      connections.setProperty(property, value);
    } catch (SQLException e) {
      throw new IllegalArgumentException("The driver does not know the property " + property, e);
    }
  }

  void start(@Observes StartupEvent event) {
    List<Purger> purgers = Purgers.of(config);
    if (!serves || purgers.isEmpty()) {
      return;
    }
    PurgeClient client = new PurgeClient(config.timeout(), clock);
    for (Purger purger : purgers) {
      PurgeLedger ledger = new PurgeLedger(connections, purger.target(), clock);
      PurgeMeters meters = new PurgeMeters(registry, purger.target(), clock);
      PurgeWorker worker = new PurgeWorker(purger, client, ledger, feed, config, meters, clock);
      workers.add(worker);
      Thread thread = new Thread(worker, "purge " + purger.target());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    workers.forEach(PurgeWorker::stop);
    for (Thread thread : threads) {
      thread.join(PATIENCE.toMillis());
      thread.interrupt();
    }
  }

  @Override
  public void changed(List<Change> changes) {
    workers.forEach(PurgeWorker::wake);
  }

  @Override
  public void everythingChanged() {
    workers.forEach(PurgeWorker::wake);
  }
}
