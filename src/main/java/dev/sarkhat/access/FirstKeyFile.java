package dev.sarkhat.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file that holds the first admin's key. Its owner alone may read it. */
final class FirstKeyFile {

  private final Path path;

  /**
   * The file.
   *
   * @param directory where the application keeps its data
   */
  FirstKeyFile(Path directory) {
    this.path = directory.toAbsolutePath().normalize().resolve("bootstrap-admin.key");
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Writes the key into a file that is private from its first moment.
   *
   * @throws IOException if there is something at its place, be it a link that somebody has laid
   */
  void write(String key) throws IOException {
    Files.createDirectories(path.getParent());
    try (SeekableByteChannel file =
        Files.newByteChannel(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
            ownersAlone())) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(key + "\n");
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  private FileAttribute<?>[] ownersAlone() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
