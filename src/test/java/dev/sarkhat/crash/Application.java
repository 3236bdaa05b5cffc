package dev.sarkhat.crash;

import dev.sarkhat.benchmark.SarkhatServer;
import dev.sarkhat.benchmark.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application in a process of its own, on data that are kept: with the durable
 * settings that it has in production.
 */
final class Application implements AutoCloseable {

  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

  private static final String SESSIONS =
      """
      select pid from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()
      """;

  private final Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private int starts;
  private ServerProcess process;

  /** Starts the application on an empty directory. */
  Application(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    delete(directory);
    process = start();
    awaitReady();
  }

  private ServerProcess start() throws IOException, InterruptedException {
    starts++;
    return SarkhatServer.start(
        directory.getFileName() + "-" + starts,
        UnaryOperator.identity(),
        Map.of(
            "SARKHAT_DATA_DIRECTORY",
            directory.toString(),
            "SARKHAT_SAMPLE_NEWSROOM_ENABLED",
            "false"));
  }

  /** Its address, which is another one after each start. */
  URI address() {
    return URI.create("http://127.0.0.1:" + process.port());
  }

  /** Its database, at the address that this has now. */
  DataSource dataSource() throws IOException {
    return SarkhatServer.dataSource(directory);
  }

  /** Strikes it. */
  void strike(Blow blow, Random random) throws IOException, InterruptedException, SQLException {
    switch (blow) {
      case APPLICATION -> process.kill();
      case POSTMASTER -> SarkhatServer.postmaster(directory).destroyForcibly();
      case SESSION -> {
        List<Long> sessions = sessions();
        ProcessHandle.of(sessions.get(random.nextInt(sessions.size())))
            .ifPresent(ProcessHandle::destroyForcibly);
      }
      case ALL -> {
        process.kill();
        killDatabase();
      }
    }
  }

  private List<Long> sessions() throws IOException, SQLException {
    List<Long> sessions = new ArrayList<>();
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SESSIONS)) {
      while (row.next()) {
        sessions.add(row.getLong(1));
      }
    }
    return sessions;
  }

  private void killDatabase() throws IOException {
    ProcessHandle postmaster = SarkhatServer.postmaster(directory);
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    // First, so that it does not see the others end.
    all.add(0, postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** Whether the process of PostgreSQL runs. */
  boolean hasDatabase() throws IOException {
    try {
      return SarkhatServer.postmaster(directory).isAlive();
    } catch (NoSuchElementException gone) {
      return false;
    }
  }

  /** Starts what has died, and returns when it is ready for requests. */
  void recover() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      process = start();
    }
    awaitReady();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long last = System.nanoTime() + LONGEST_RECOVERY.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > last) {
        throw new IOException("The application does not recover, see " + directory);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address().resolve("/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      return false;
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
              throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Stops it in order; where a test left it dead, its PostgreSQL goes the hard way. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      process.close();
    } else if (hasDatabase()) {
      killDatabase();
    }
  }
}
