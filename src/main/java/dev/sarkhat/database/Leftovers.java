package dev.sarkhat.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * What a killed application or a killed server leaves behind: a server without its application,
 * sessions without their server, a {@code postmaster.pid} of a process that is no more. Whoever
 * holds the {@link DirectoryLock} may end all of it, as nobody else can be using it.
 */
final class Leftovers {

  private static final Logger LOG = Logger.getLogger(Leftovers.class);

  private static final int ORDERLY_SECONDS = 5;
  private static final int FORCED_SECONDS = 10;

  private Leftovers() {}

  /** Ends processes that run programs of this directory, then makes way for a new server. */
  static void clear(ServerDirectory directory) throws IOException {
    Optional<ProcessHandle> recorded = postmaster(directory);
    Optional<ProcessHandle> orphan =
        recorded.filter(process -> PostgresPrograms.isProgram(directory, process));
    if (orphan.isPresent()) {
      LOG.warnf(
          "Stopping the PostgreSQL server %s that an earlier run left in %s",
          orphan.get().pid(), directory.root());
      orphan.get().destroy();
      awaitEnd(List.of(orphan.get()), ORDERLY_SECONDS);
    }
    List<ProcessHandle> remaining = PostgresPrograms.running(directory).toList();
    remaining.forEach(ProcessHandle::destroyForcibly);
    if (!awaitEnd(remaining, FORCED_SECONDS)) {
      throw new EmbeddedPostgresException(
          "PostgreSQL processes of an earlier run in %s do not end: %s. End them, then start again."
              .formatted(directory.root(), remaining.stream().map(ProcessHandle::pid).toList()));
    }
    // PostgreSQL replaces the file itself where no process has that number any more; but not where
    // the number is now somebody else's, or is of a dead process that nobody has waited for.
    if (recorded.isPresent()) {
      Files.deleteIfExists(pidFile(directory));
    }
  }

  /** The process whose number is in {@code postmaster.pid}, whether or not it is a server. */
  static Optional<ProcessHandle> postmaster(ServerDirectory directory) throws IOException {
    Path file = pidFile(directory);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0)));
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  private static Path pidFile(ServerDirectory directory) {
    return directory.cluster().resolve("postmaster.pid");
  }

  private static boolean awaitEnd(List<ProcessHandle> processes, int seconds) {
    CompletableFuture<?> ended =
        CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    try {
      ended.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    } catch (ExecutionException neverThrownByOnExit) {
      throw new AssertionError(neverThrownByOnExit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
