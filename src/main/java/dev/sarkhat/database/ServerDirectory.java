package dev.sarkhat.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * What lies where in the directory of the embedded server. Everything is the owner's alone:
 * directories are 0700, files 0600, where the file system knows POSIX permissions.
 *
 * @param root an absolute path without symbolic links
 */
record ServerDirectory(Path root) {

  /**
   * Creates the directory where it is missing and takes other users' access away where it is not.
   */
  static ServerDirectory prepare(Path directory) throws IOException {
    createPrivateDirectory(directory);
    ServerDirectory prepared = new ServerDirectory(directory.toRealPath());
    createPrivateDirectory(prepared.binaries());
    return prepared;
  }

  /** Locked by the process that runs the server; its content is that process's id. */
  Path lock() {
    return root.resolve("lock");
  }

  /** The password of the one database user. */
  Path password() {
    return root.resolve("password");
  }

  /** Where the running server can be reached; absent while none runs. */
  Path connection() {
    return root.resolve("connection.properties");
  }

  /** The PostgreSQL programs, one directory for each archive they were unpacked from. */
  Path binaries() {
    return root.resolve("binaries");
  }

  /** PostgreSQL's own data directory. */
  Path cluster() {
    return root.resolve("cluster");
  }

  /** Present while the cluster is being made: until it is gone, the cluster holds nothing. */
  Path initialising() {
    return root.resolve("initialising");
  }

  /** Marks a directory that may be emptied before every start. */
  Path temporary() {
    return root.resolve("temporary");
  }

  /** The messages of PostgreSQL. */
  Path serverLog() {
    return root.resolve("server.log");
  }

  /** Replaces a file in one step, so that a reader sees the old content or the new. */
  void write(Path file, String content) throws IOException {
    Path draft = Files.createTempFile(root, file.getFileName().toString(), ".draft");
    Files.writeString(draft, content, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes a file, or a directory with all that is in it; nothing happens where it is absent. */
  static void delete(Path path) throws IOException {
    if (Files.notExists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void createPrivateDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (hasPosixPermissions(directory)) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** The attributes with which to create a file that only its owner may read. */
  static FileAttribute<?>[] privateFile(Path directory) {
    return hasPosixPermissions(directory)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPosixPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
