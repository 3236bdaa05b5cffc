package dev.sarkhat.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The running embedded server of this process: started, watched, started again on the same port if
 * its process dies, and stopped with the JVM.
 */
final class EmbeddedServer {

  private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);

  /** How soon the death of the server is noticed. */
  private static final Duration WATCH_INTERVAL = Duration.ofMillis(100);

  /** Restarts in a row, with pauses of 0.25 s doubling to 30 s: together about three minutes. */
  private static final int MAXIMUM_RESTARTS = 12;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /**
   * How long a stop waits for the application's own connections. It is longer than {@code
   * quarkus.shutdown.timeout}, in which requests under way are finished.
   */
  private static final Duration CLIENTS_GRACE = Duration.ofSeconds(15);

  private static final int START_ATTEMPTS = 3;

  private final ServerDirectory directory;
  private final DirectoryLock lock;
  private final Cluster cluster;
  private final boolean temporary;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private boolean stopped;

  private EmbeddedServer(
      ServerDirectory directory, DirectoryLock lock, Cluster cluster, boolean temporary) {
    this.directory = directory;
    this.lock = lock;
    this.cluster = cluster;
    this.temporary = temporary;
  }

  /**
   * Starts a server on the directory, making it first where needed.
   *
   * @param temporary whether the data are thrown away before the start and after the stop; they are
   *     then not flushed to disk
   * @return nothing if another process runs a server there
   * @throws EmbeddedPostgresException if the server cannot start
   */
  static Optional<EmbeddedServer> start(Path path, boolean temporary) throws IOException {
    PostgresPrograms.requireStartable();
    ServerDirectory directory = ServerDirectory.prepare(path);
    Optional<DirectoryLock> acquired = DirectoryLock.tryAcquire(directory);
    if (acquired.isEmpty()) {
      return Optional.empty();
    }
    DirectoryLock lock = acquired.get();
    boolean running = false;
    try {
      Leftovers.clear(directory);
      if (temporary) {
        empty(directory);
      } else {
        requireKept(directory);
      }
      Cluster cluster = startCluster(directory, !temporary);
      EmbeddedServer server = new EmbeddedServer(directory, lock, cluster, temporary);
      server.watch();
      running = true;
      return Optional.of(server);
    } finally {
      if (!running) {
        Leftovers.clear(directory);
        lock.close();
      }
    }
  }

  ServerDirectory directory() {
    return directory;
  }

  String jdbcUrl() {
    return cluster.jdbcUrl();
  }

  /** Stops the server once the application has closed its connections; later calls do nothing. */
  void stop() {
    stopping.countDown();
    awaitClientsGone();
    synchronized (cluster) {
      if (stopped) {
        return;
      }
      stopped = true;
      try {
        if (!cluster.stop()) {
          LOG.warnf("The embedded PostgreSQL in %s was not stopped in order", directory.root());
          Leftovers.clear(directory);
        }
        Files.deleteIfExists(directory.connection());
        if (temporary) {
          empty(directory);
        }
        lock.close();
      } catch (IOException failure) {
        LOG.errorf(failure, "The embedded PostgreSQL in %s did not stop", directory.root());
      }
    }
  }

  private static Cluster startCluster(ServerDirectory directory, boolean durable)
      throws IOException {
    PostgresPrograms programs = PostgresPrograms.unpack(directory);
    for (int attempt = 1; ; attempt++) {
      Cluster cluster = new Cluster(directory, programs, durable, freePort());
      if (attempt == 1) {
        cluster.initialise();
      }
      try {
        cluster.start();
      } catch (EmbeddedPostgresException failure) {
        // Between choosing a free port and listening on it, another process may have taken it.
        if (attempt < START_ATTEMPTS && isPortTaken(cluster.port())) {
          continue;
        }
        throw failure;
      }
      try {
        cluster.createDatabase();
      } catch (SQLException failure) {
        throw new EmbeddedPostgresException(
            "The embedded PostgreSQL in %s started but could not be used: %s"
                .formatted(directory.root(), failure.getMessage()));
      }
      directory.write(
          directory.connection(),
          "jdbc-url=" + cluster.jdbcUrl() + "\npid=" + ProcessHandle.current().pid() + "\n");
      return cluster;
    }
  }

  private void watch() {
    Thread thread = new Thread(this::keepAlive, "embedded-postgres-watch");
    thread.setDaemon(true);
    // Outlives class loaders of development mode, whose class loader must not outlive them too.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.start();
  }

  private void keepAlive() {
    try {
      while (!stopping.await(WATCH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!cluster.isAlive() && !startAgain()) {
          return;
        }
      }
    } catch (InterruptedException nobodyInterruptsThisThread) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean startAgain() throws InterruptedException {
    LOG.errorf("The embedded PostgreSQL in %s died and is started again", directory.root());
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; attempt <= MAXIMUM_RESTARTS; attempt++) {
      synchronized (cluster) {
        if (stopping.getCount() == 0) {
          return false;
        }
        try {
          Leftovers.clear(directory);
          cluster.start();
          LOG.infof("The embedded PostgreSQL in %s runs again", directory.root());
          return true;
        } catch (EmbeddedPostgresException | IOException failure) {
          LOG.errorf("Attempt %s of %s: %s", attempt, MAXIMUM_RESTARTS, failure.getMessage());
        }
      }
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
    LOG.fatalf(
        "The embedded PostgreSQL in %s does not start any more: see %s, then restart the"
            + " application",
        directory.root(), directory.serverLog());
    return false;
  }

  /**
   * Waits until the pool is closed. A smart shutdown alone would refuse the connections that
   * requests under way still open.
   */
  private void awaitClientsGone() {
    long deadline = System.nanoTime() + CLIENTS_GRACE.toNanos();
    try (Connection connection = cluster.connect(Cluster.NAME)) {
      CountDownLatch never = new CountDownLatch(1);
      while (cluster.countClients(connection) > 0 && System.nanoTime() < deadline) {
        never.await(50, TimeUnit.MILLISECONDS);
      }
    } catch (SQLException | IOException serverIsGone) {
      LOG.debugf("No clients to wait for: %s", serverIsGone.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Removes everything but the programs, from a directory that only ever held such data. */
  private static void empty(ServerDirectory directory) throws IOException {
    if (Files.exists(directory.cluster()) && Files.notExists(directory.temporary())) {
      throw new EmbeddedPostgresException(
          "The directory %s holds data that are to be kept, so it cannot be used for temporary data: choose another one with SARKHAT_DATA_DIRECTORY."
              .formatted(directory.root()));
    }
    directory.write(directory.temporary(), "");
    try (DirectoryStream<Path> content = Files.newDirectoryStream(directory.root())) {
      for (Path path : content) {
        if (!path.equals(directory.lock())
            && !path.equals(directory.binaries())
            && !path.equals(directory.temporary())) {
          ServerDirectory.delete(path);
        }
      }
    }
  }

  private static void requireKept(ServerDirectory directory) throws IOException {
    if (Files.exists(directory.temporary())) {
      throw new EmbeddedPostgresException(
          "The directory %s is for temporary data, which the next test would delete: choose another one with SARKHAT_DATA_DIRECTORY, or delete it."
              .formatted(directory.root()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isPortTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !socket.isBound();
    } catch (IOException taken) {
      return true;
    }
  }
}
