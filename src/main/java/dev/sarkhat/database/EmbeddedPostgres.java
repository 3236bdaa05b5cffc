package dev.sarkhat.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server as seen by one process: started on first use, then the same for everybody.
 *
 * <p>A system property keyed by the directory remembers its address. Development mode and tests
 * load this class again with every restart of the application, and must find the server that an
 * earlier copy of the class started.
 */
final class EmbeddedPostgres {

  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

  private static final String REMEMBERED = "sarkhat.embedded-postgres.jdbc-url:";

  private final Path directory;
  private final boolean temporary;
  private final boolean attach;
  private @Nullable EmbeddedPostgresException failure;

  /**
   * @param dataDirectory the data directory of the application; the server's is {@code postgresql}
   *     in it
   * @param temporary whether the data are thrown away at the start and at the end
   * @param attach whether to use the server of another process where that one has the directory
   */
  EmbeddedPostgres(Path dataDirectory, boolean temporary, boolean attach) {
    this.directory = dataDirectory.resolve("postgresql").toAbsolutePath().normalize();
    this.temporary = temporary;
    this.attach = attach;
  }

  /**
   * The JDBC address of the server, which this call starts if need be.
   *
   * @throws EmbeddedPostgresException if there is none to be had
   */
  String jdbcUrl() {
    synchronized (EmbeddedPostgres.class) {
      String remembered = System.getProperty(REMEMBERED + directory);
      if (remembered != null) {
        return remembered;
      }
      if (failure != null) {
        throw failure;
      }
      try {
        Optional<EmbeddedServer> started = EmbeddedServer.start(directory, temporary);
        String url = started.isPresent() ? register(started.get()) : attachedJdbcUrl();
        System.setProperty(REMEMBERED + directory, url);
        return url;
      } catch (EmbeddedPostgresException refused) {
        failure = refused;
        throw refused;
      } catch (IOException unusable) {
        LOG.debug("The embedded PostgreSQL did not start", unusable);
        failure =
            new EmbeddedPostgresException(
                "The embedded PostgreSQL cannot use the directory %s: %s"
                    .formatted(directory, reason(unusable)));
        throw failure;
      }
    }
  }

  String username() {
    return Cluster.NAME;
  }

  /**
   * The password of the server that {@link #jdbcUrl()} names; empty where that failed, since the
   * reason is told once, by that method.
   */
  String password() {
    try {
      jdbcUrl();
    } catch (EmbeddedPostgresException toldByTheAddress) {
      return "";
    }
    try {
      return Files.readString(new ServerDirectory(directory).password());
    } catch (IOException unreadable) {
      throw new EmbeddedPostgresException(
          "The password of the embedded PostgreSQL cannot be read: %s".formatted(unreadable));
    }
  }

  private String register(EmbeddedServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "embedded-postgres-stop"));
    LOG.infof(
        "The embedded PostgreSQL in %s listens at %s", server.directory().root(), server.jdbcUrl());
    return server.jdbcUrl();
  }

  private String attachedJdbcUrl() throws IOException {
    ServerDirectory held = new ServerDirectory(directory);
    String url = attach ? readConnection(held) : null;
    if (url == null) {
      throw new EmbeddedPostgresException(
          "The data directory %s is in use by another process%s: stop that one, or choose another directory with SARKHAT_DATA_DIRECTORY."
              .formatted(
                  directory,
                  DirectoryLock.holder(held).map(pid -> " (process id " + pid + ")").orElse("")));
    }
    LOG.infof("Using the embedded PostgreSQL that another process runs at %s", url);
    return url;
  }

  /** The words for an exception whose own message is often only the name of the file. */
  private static String reason(IOException unusable) {
    if (unusable instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied.";
    }
    if (unusable instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist and cannot be made.";
    }
    if (unusable instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is no directory.";
    }
    return Objects.requireNonNullElse(unusable.getMessage(), "no reason is given.");
  }

  private static @Nullable String readConnection(ServerDirectory held) throws IOException {
    if (Files.notExists(held.connection())) {
      return null;
    }
    Properties connection = new Properties();
    try (Reader reader = Files.newBufferedReader(held.connection())) {
      connection.load(reader);
    }
    return connection.getProperty("jdbc-url");
  }
}
