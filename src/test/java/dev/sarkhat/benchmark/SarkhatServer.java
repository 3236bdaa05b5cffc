package dev.sarkhat.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged application in a process of its own, with a database that is thrown away. */
public final class SarkhatServer implements AutoCloseable {

  private static final Path APPLICATION = Path.of("target", "quarkus-app");
  private static final Path RUNNER = APPLICATION.resolve("quarkus-run.jar");
  private static final Path DIRECTORY = Path.of("target", "benchmark", "sarkhat");

  private final ServerProcess process;
  private final ProcessHandle postgres;

  /** Starts the application on an empty database. */
  SarkhatServer(Machine machine) throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>();
    settings.put("SARKHAT_DATA_DIRECTORY", DIRECTORY.toString());
    settings.put("SARKHAT_EMBEDDED_POSTGRES_TEMPORARY", "true");
    settings.put("SARKHAT_SAMPLE_NEWSROOM_ENABLED", "false");
    process = start("Sarkhat", machine::onServerProcessor, settings);
    postgres = postmaster(DIRECTORY);
    machine.release(postgres);
    machine.own(postgres);
  }

  /**
   * Starts the packaged application and returns when it listens.
   *
   * @param placement makes the command that runs it where it shall run
   * @param settings its environment
   */
  public static ServerProcess start(
      String name, UnaryOperator<List<String>> placement, Map<String, String> settings)
      throws IOException, InterruptedException {
    if (Files.notExists(RUNNER)) {
      throw new IOException(RUNNER + " is missing: run the benchmark with -Pbenchmark.");
    }
    int port = ServerProcess.freePort();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    // Everybody here comes from one address and is faster than anybody.
    environment.put("SARKHAT_LIMITS_REQUESTS_PER_ADDRESS", "100000000");
    environment.put("SARKHAT_LIMITS_REQUESTS_PER_KEY", "1000000");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return new ServerProcess(
        name,
        port,
        placement.apply(ServerProcess.java(List.of("-jar", RUNNER.toString()))),
        environment,
        DIRECTORY.resolveSibling(name + ".log"));
  }

  /** The process of the PostgreSQL of an application with this data directory. */
  public static ProcessHandle postmaster(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve(Path.of("postgresql", "cluster", "postmaster.pid"));
    long pid = Long.parseLong(Files.readAllLines(file).get(0));
    return ProcessHandle.of(pid).orElseThrow();
  }

  ServerProcess process() {
    return process;
  }

  int port() {
    return process.port();
  }

  /** The processor time of PostgreSQL so far. */
  Duration databaseTime() {
    return ServerProcess.processorTime(postgres);
  }

  /** Stops every process of PostgreSQL where it stands; its sockets stay open and silent. */
  void freezeDatabase() throws IOException, InterruptedException {
    signalDatabase("-STOP");
  }

  /** Lets PostgreSQL go on. */
  void thawDatabase() throws IOException, InterruptedException {
    signalDatabase("-CONT");
  }

  private void signalDatabase(String signal) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    // The postmaster first, so that it starts no others meanwhile.
    command.add(Long.toString(postgres.pid()));
    postgres.descendants().forEach(each -> command.add(Long.toString(each.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** The database of the application. */
  DataSource dataSource() throws IOException {
    return dataSource(DIRECTORY);
  }

  /** The database of an application with this data directory. */
  public static DataSource dataSource(Path dataDirectory) throws IOException {
    Path directory = dataDirectory.resolve("postgresql");
    Properties connection = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.resolve("connection.properties"))) {
      connection.load(reader);
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(connection.getProperty("jdbc-url"));
    source.setUser("sarkhat");
    source.setPassword(Files.readString(directory.resolve("password")));
    return source;
  }

  /** How many event loops the application serves with. */
  int eventLoops() throws IOException {
    Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
    if (Files.notExists(threads)) {
      return 2 * Runtime.getRuntime().availableProcessors();
    }
    List<Path> names = new ArrayList<>();
    try (Stream<Path> each = Files.list(threads)) {
      each.forEach(thread -> names.add(thread.resolve("comm")));
    }
    int count = 0;
    for (Path name : names) {
      // The kernel keeps 15 characters of vert.x-eventloop-thread-1.
      if (Files.exists(name) && Files.readString(name).startsWith("vert.x-eventloo")) {
        count++;
      }
    }
    return count;
  }

  /** Where the application's libraries are, for a server that is made of the same. */
  static String libraries() {
    return Stream.of("main", "boot")
        .map(directory -> APPLICATION.resolve("lib").resolve(directory) + "/*")
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
