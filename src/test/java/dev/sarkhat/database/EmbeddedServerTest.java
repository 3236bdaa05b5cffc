package dev.sarkhat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers; the tests share a data directory, so that its programs are unpacked once. */
class EmbeddedServerTest {

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path data;

  @Test
  void flushesEveryCommitAndListensToThisMachineOnly() throws Exception {
    try (Closing server = start();
        Connection connection = connect(server.url())) {
      assertEquals("on", show(connection, "fsync"));
      assertEquals("on", show(connection, "synchronous_commit"));
      assertEquals("on", show(connection, "full_page_writes"));
      assertEquals("on", show(connection, "data_checksums"));
      assertEquals("127.0.0.1", show(connection, "listen_addresses"));
      assertEquals("", show(connection, "unix_socket_directories"));
      assertEquals("scram-sha-256", show(connection, "password_encryption"));
      assertEquals("UTF8", show(connection, "server_encoding"));
      assertEquals(
          "b C.UTF-8",
          query(
              connection,
              "select datlocprovider::text || ' ' || datlocale from pg_database"
                  + " where datname = current_database()"));
    }
  }

  @Test
  void knowsPersianLettersInTrigrams() throws Exception {
    try (Closing server = start();
        Connection connection = connect(server.url());
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_trgm");
      assertEquals("4", query(connection, "select cardinality(show_trgm('خبر'))"));
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (Closing server = start()) {
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> DriverManager.getConnection(server.url(), Cluster.NAME, "guess").close());
      assertEquals("28P01", refused.getSQLState());
    }
  }

  @Test
  void keepsItsFilesFromOtherUsers() throws Exception {
    try (Closing server = start()) {
      Path root = server.directory().root();
      for (Path directory : new Path[] {root, root.resolve("binaries"), root.resolve("cluster")}) {
        assertEquals("rwx------", permissions(directory), directory.toString());
      }
      for (String file : new String[] {"password", "connection.properties", "server.log", "lock"}) {
        assertEquals("rw-------", permissions(root.resolve(file)), file);
      }
      try (Stream<Path> programs = Files.walk(root.resolve("binaries"))) {
        assertFalse(
            programs
                .filter(path -> !Files.isSymbolicLink(path))
                .anyMatch(path -> permissions(path).charAt(7) == 'w'));
      }
    }
  }

  @Test
  void keepsItsDataWhenStoppedAndStartedAgain() throws Exception {
    try (Closing server = start()) {
      insert(server.url(), "stopped");
    }
    assertEquals(0, runningProcesses());
    try (Closing server = start()) {
      assertTrue(holds(server.url(), "stopped"));
    }
  }

  @Test
  void waitsForAClientBeforeItStops() throws Exception {
    HolderProcess holder = new HolderProcess(data);
    try (Connection connection = connect(holder.answer());
        Statement statement = connection.createStatement()) {
      ProcessHandle.of(holder.pid()).ifPresent(ProcessHandle::destroy);
      statement.execute("select pg_sleep(1)");
      assertEquals("1", query(connection, "select 1"));
    }
    assertTrue(holder.terminate());
    assertEquals(0, runningProcesses());
  }

  @Test
  void startsAgainOnTheSamePortWhenItsProcessIsKilled() throws Exception {
    try (Closing server = start()) {
      insert(server.url(), "before the kill");
      ProcessHandle postmaster = Leftovers.postmaster(server.directory()).orElseThrow();
      postmaster.destroyForcibly();
      awaitConnection(server.url());
      assertTrue(holds(server.url(), "before the kill"));
      assertNotEquals(
          postmaster.pid(), Leftovers.postmaster(server.directory()).orElseThrow().pid());
    }
  }

  @Test
  void recoversFromAKilledApplication() throws Exception {
    try (HolderProcess holder = new HolderProcess(data)) {
      insert(holder.answer(), "killed application");
      holder.kill();
      assertTrue(runningProcesses() > 0, "the server outlives its application");
    }
    try (Closing server = start()) {
      assertTrue(holds(server.url(), "killed application"));
    }
  }

  @Test
  void removesAPidFileWhoseNumberIsSomebodyElses() throws Exception {
    try (Closing server = start()) {
      insert(server.url(), "recycled number");
    }
    Path cluster = data.resolve("postgresql/cluster");
    Files.writeString(
        cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster + "\n");
    try (Closing server = start()) {
      assertTrue(holds(server.url(), "recycled number"));
    }
  }

  @Test
  void makesTheClusterAnewWhenTheFirstStartWasInterrupted(@TempDir Path other) throws Exception {
    ServerDirectory directory = ServerDirectory.prepare(other.resolve("postgresql"));
    Files.createDirectories(directory.cluster());
    Files.writeString(directory.cluster().resolve("PG_VERSION"), "18\n");
    directory.write(directory.initialising(), "");
    try (Closing server = start(other, false);
        Connection connection = connect(server.url(), server.directory())) {
      assertEquals("1", query(connection, "select 1"));
      assertFalse(Files.exists(directory.initialising()));
    }
  }

  @Test
  void tellsASecondApplicationWhoHasTheDirectory() throws Exception {
    try (HolderProcess first = new HolderProcess(data);
        HolderProcess second = new HolderProcess(data)) {
      assertTrue(first.answer().startsWith("jdbc:"), first.answer());
      assertEquals(
          "The data directory %s is in use by another process (process id %s): stop that one, or choose another directory with SARKHAT_DATA_DIRECTORY."
              .formatted(data.resolve("postgresql"), first.pid()),
          second.answer());
    }
  }

  @Test
  void letsASecondProcessAttachToTheRunningServer() throws Exception {
    try (HolderProcess first = new HolderProcess(data);
        HolderProcess second = new HolderProcess(data, "attach")) {
      assertEquals(first.answer(), second.answer());
      assertTrue(second.terminate());
      insert(first.answer(), "attached and gone");
      assertTrue(holds(first.answer(), "attached and gone"));
    }
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws Exception {
    try (Closing server = start()) {
      assertTrue(server.url().startsWith("jdbc:postgresql://127.0.0.1:"));
    }
    Path version = data.resolve("postgresql/cluster/PG_VERSION");
    Files.writeString(version, "17\n");
    try {
      EmbeddedPostgresException refused =
          assertThrows(EmbeddedPostgresException.class, () -> start().close());
      assertTrue(refused.toString().contains("belong to PostgreSQL 17"), refused.toString());
    } finally {
      Files.writeString(version, "18\n");
    }
  }

  @Test
  void saysWhyPostgreSqlDoesNotStart() throws Exception {
    try (Closing server = start()) {
      assertTrue(server.url().startsWith("jdbc:"));
    }
    Path settings = data.resolve("postgresql/cluster/postgresql.auto.conf");
    String saved = Files.readString(settings);
    Files.writeString(settings, "max_wal_senders = many\n");
    try {
      EmbeddedPostgresException refused =
          assertThrows(EmbeddedPostgresException.class, () -> start().close());
      assertTrue(refused.toString().contains("did not start: "), refused.toString());
      assertTrue(refused.toString().contains("contains errors"), refused.toString());
    } finally {
      Files.writeString(settings, saved);
    }
  }

  @Test
  void throwsTemporaryDataAway(@TempDir Path other) throws Exception {
    try (Closing server = start(other, true)) {
      try (Connection connection = connect(server.url(), server.directory());
          Statement statement = connection.createStatement()) {
        assertEquals("off", show(connection, "fsync"));
        statement.execute("create table remembered (word text)");
      }
    }
    assertFalse(Files.exists(other.resolve("postgresql/cluster")));
    try (Closing server = start(other, true);
        Connection connection = connect(server.url(), server.directory())) {
      assertEquals(
          "0", query(connection, "select count(*) from pg_tables where tablename = 'remembered'"));
    }
  }

  @Test
  void neverThrowsKeptDataAway() throws Exception {
    try (Closing server = start()) {
      insert(server.url(), "to be kept");
    }
    assertThrows(EmbeddedPostgresException.class, () -> start(data, true).close());
    try (Closing server = start()) {
      assertTrue(holds(server.url(), "to be kept"));
    }
  }

  /** A server that a test stops at its end. */
  private record Closing(EmbeddedServer server) implements AutoCloseable {

    String url() {
      return server.jdbcUrl();
    }

    ServerDirectory directory() {
      return server.directory();
    }

    @Override
    public void close() {
      server.stop();
    }
  }

  private static Closing start() throws IOException {
    return start(data, false);
  }

  private static Closing start(Path dataDirectory, boolean temporary) throws IOException {
    return new Closing(
        EmbeddedServer.start(dataDirectory.resolve("postgresql"), temporary).orElseThrow());
  }

  private static Connection connect(String url) throws SQLException, IOException {
    return connect(url, new ServerDirectory(data.resolve("postgresql")));
  }

  private static Connection connect(String url, ServerDirectory directory)
      throws SQLException, IOException {
    return DriverManager.getConnection(url, Cluster.NAME, Files.readString(directory.password()));
  }

  private static void awaitConnection(String url) throws Exception {
    long deadline = System.nanoTime() + RECOVERY.toNanos();
    while (true) {
      try (Connection connection = connect(url)) {
        assertEquals("1", query(connection, "select 1"));
        return;
      } catch (SQLException notYet) {
        assertTrue(System.nanoTime() < deadline, "no recovery: " + notYet.getMessage());
        Thread.onSpinWait();
      }
    }
  }

  private static void insert(String url, String word) throws Exception {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (word text)");
      try (var insert = connection.prepareStatement("insert into kept values (?)")) {
        insert.setString(1, word);
        insert.execute();
      }
    }
  }

  private static boolean holds(String url, String word) throws Exception {
    try (Connection connection = connect(url);
        var select = connection.prepareStatement("select 1 from kept where word = ?")) {
      select.setString(1, word);
      return select.executeQuery().next();
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    return query(connection, "show " + setting);
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static long runningProcesses() throws IOException {
    return PostgresPrograms.running(new ServerDirectory(data.resolve("postgresql").toRealPath()))
        .count();
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
