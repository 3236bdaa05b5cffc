package dev.sarkhat.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.SystemUtils;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL data directory and the server process ("postmaster") that serves it. Whoever calls
 * holds the {@link DirectoryLock} and calls from one thread at a time.
 */
final class Cluster {

  /** The superuser that owns the database, and the name of the database. */
  static final String NAME = "sarkhat";

  /**
   * Recovery after a crash replays up to {@code max_wal_size} of log before the server is ready.
   */
  private static final int START_SECONDS = 300;

  private static final int SMART_STOP_SECONDS = 3;
  private static final int FAST_STOP_SECONDS = 20;
  private static final long SERVER_LOG_BYTES = 8L << 20;

  private final ServerDirectory directory;
  private final PostgresPrograms programs;
  private final boolean durable;
  private final int port;
  private @Nullable ProcessHandle postmaster;
  private boolean executableVisible;

  /**
   * @param durable whether commits survive a crash; false only for data that is thrown away
   * @param port where to listen, on the loopback address only
   */
  Cluster(ServerDirectory directory, PostgresPrograms programs, boolean durable, int port) {
    this.directory = directory;
    this.programs = programs;
    this.durable = durable;
    this.port = port;
  }

  int port() {
    return port;
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  /** Makes the data directory where there is none, or where making it was interrupted. */
  void initialise() throws IOException {
    String version = programs.majorVersion();
    if (Files.exists(directory.initialising())) {
      ServerDirectory.delete(directory.cluster());
    } else if (Files.exists(directory.cluster())) {
      requireVersion(version);
      return;
    }
    directory.write(directory.initialising(), "");
    directory.write(directory.password(), randomPassword());
    PostgresPrograms.Outcome outcome =
        programs.run(
            "initdb",
            List.of(
                "--pgdata=" + directory.cluster(),
                "--username=" + NAME,
                "--pwfile=" + directory.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + systemLocale(),
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--lc-messages=C",
                "--data-checksums",
                "--no-instructions"));
    if (!outcome.succeeded()) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL could not make its data directory %s: %s"
              .formatted(directory.cluster(), lastLine(outcome.output())));
    }
  }

  /** Makes the database in a new cluster; nothing happens in a finished one. */
  void createDatabase() throws IOException, SQLException {
    if (Files.notExists(directory.initialising())) {
      return;
    }
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + NAME);
    }
    Files.delete(directory.initialising());
  }

  /**
   * Starts the server and returns when it accepts connections, after recovery if it needs one.
   *
   * @throws EmbeddedPostgresException if it does not start; the message has PostgreSQL's reason
   */
  void start() throws IOException {
    long logged = prepareServerLog();
    PostgresPrograms.Outcome outcome =
        programs.run(
            "pg_ctl",
            List.of(
                "start",
                "--silent",
                "--wait",
                "--timeout=" + START_SECONDS,
                "--pgdata=" + directory.cluster(),
                "--log=" + directory.serverLog(),
                "--options=" + options()));
    if (!outcome.succeeded()) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL in %s did not start: %s (its messages are in %s)"
              .formatted(
                  directory.root(),
                  reason(logged).orElse(lastLine(outcome.output())),
                  directory.serverLog()));
    }
    postmaster = readPostmaster().orElse(null);
    executableVisible = postmaster != null && postmaster.info().command().isPresent();
  }

  /**
   * Whether the server process runs. A process that ended, but that nobody has waited for, has no
   * executable any more; this happens where this JVM is process 1 of a container.
   */
  boolean isAlive() {
    ProcessHandle process = postmaster;
    return process != null
        && process.isAlive()
        && (!executableVisible || process.info().command().isPresent());
  }

  /**
   * Stops the server: as soon as its last client is gone ("smart"), and by ending the sessions of
   * clients that stay longer than a few seconds ("fast").
   *
   * @return whether it stopped in an orderly way
   */
  boolean stop() throws IOException {
    if (!isAlive()) {
      return false;
    }
    return durable
        ? stop("smart", SMART_STOP_SECONDS) || stop("fast", FAST_STOP_SECONDS)
        : stop("immediate", FAST_STOP_SECONDS);
  }

  private boolean stop(String mode, int seconds) throws IOException {
    return programs
        .run(
            "pg_ctl",
            List.of(
                "stop",
                "--silent",
                "--wait",
                "--mode=" + mode,
                "--timeout=" + seconds,
                "--pgdata=" + directory.cluster()))
        .succeeded();
  }

  /** The sessions of clients other than the asking one. */
  int countClients(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** A connection outside of every pool. */
  Connection connect(String database) throws IOException, SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(NAME);
    source.setPassword(Files.readString(directory.password()));
    source.setConnectTimeout(5);
    source.setSocketTimeout(60);
    return source.getConnection();
  }

  private Optional<ProcessHandle> readPostmaster() throws IOException {
    return Leftovers.postmaster(directory);
  }

  private String options() {
    // pg_ctl hands these to a shell: none has a blank or a quote in its value.
    String flush = durable ? "on" : "off";
    return String.join(
        " -c ",
        "-p " + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=" + flush,
        "synchronous_commit=" + flush,
        "full_page_writes=" + flush,
        "timezone=UTC",
        "log_timezone=UTC",
        "max_connections=50");
  }

  private void requireVersion(String expected) throws IOException {
    Path file = directory.cluster().resolve("PG_VERSION");
    String found = Files.exists(file) ? Files.readString(file).strip() : "none";
    if (!found.equals(expected)) {
      throw new EmbeddedPostgresException(
          "The data in %s belong to PostgreSQL %s, while this application brings PostgreSQL %s: start the version of the application that wrote them and move the data by export and import, or choose another directory with SARKHAT_DATA_DIRECTORY."
              .formatted(directory.cluster(), found, expected));
    }
  }

  private long prepareServerLog() throws IOException {
    Path log = directory.serverLog();
    if (Files.exists(log) && Files.size(log) > SERVER_LOG_BYTES) {
      Files.move(log, log.resolveSibling("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.notExists(log)) {
      Files.createFile(log, ServerDirectory.privateFile(directory.root()));
    }
    return Files.size(log);
  }

  private Optional<String> reason(long logged) throws IOException {
    byte[] log = Files.readAllBytes(directory.serverLog());
    String added =
        new String(log, (int) logged, (int) (log.length - logged), StandardCharsets.UTF_8);
    return added
        .lines()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .map(line -> line.replaceFirst("^.*?(FATAL|PANIC):\\s*", ""))
        .findFirst();
  }

  private static String lastLine(String output) {
    return output.substring(output.lastIndexOf('\n') + 1);
  }

  private static String randomPassword() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /**
   * The operating system's locale for what the builtin provider leaves to it, among others the
   * letters that {@code pg_trgm} knows: with {@code C} there would be none of Persian.
   */
  private static String systemLocale() {
    if (SystemUtils.IS_OS_LINUX) {
      return "C.UTF-8";
    }
    return SystemUtils.IS_OS_MAC_OSX ? "en_US.UTF-8" : "C";
  }
}
