package dev.sarkhat.purge;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.ChangeListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts a worker for each target, and wakes them when something has changed. */
@Singleton
class PurgeWorkers implements ChangeListener {

  /** How long the application's end waits for a purge that is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PurgeConfig config;
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
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.config = config;
    this.feed = feed;
    this.registry = registry;
    this.clock = clock;
    connections.setURL(url);
    username.ifPresent(connections::setUser);
    password.ifPresent(connections::setPassword);
    connections.setApplicationName("sarkhat purge");
    connections.setConnectTimeout(2);
    connections.setLoginTimeout(2);
    connections.setSocketTimeout(5);
    connections.setTcpKeepAlive(true);
  }

  void start(@Observes StartupEvent event) {
    List<Purger> purgers = Purgers.of(config);
    if (purgers.isEmpty()) {
      return;
    }
    PurgeClient client = new PurgeClient(config.timeout(), clock);
    for (Purger purger : purgers) {
      PurgeWorker worker = worker(purger, client, config);
      workers.add(worker);
      Thread thread = new Thread(worker, "purge " + purger.target());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** A worker that is not started. */
  PurgeWorker worker(Purger purger, PurgeClient client, PurgeConfig settings) {
    PurgeLedger ledger = new PurgeLedger(connections(), purger.target(), clock);
    PurgeMeters meters = new PurgeMeters(registry, purger.target(), clock);
    return new PurgeWorker(purger, client, ledger, feed, settings, meters, clock);
  }

  /** Connections of its own, for the leading node holds one as long as it leads. */
  DataSource connections() {
    return connections;
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
