package dev.sarkhat.search.lucene;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;

/**
 * The directory that the indexes lie in, each in one of its own: the one that is searched, and one
 * that is being built. Their numbers rise; whatever else lies there is left alone.
 */
final class Generations {

  private static final Logger LOG = Logger.getLogger(Generations.class);
  private static final String PREFIX = "index-";

  /** Its presence says that an index was built to the end. */
  private static final String BUILT = "built";

  private final Path root;
  private final int bufferMegabytes;

  Generations(Path root, int bufferMegabytes) {
    this.root = root;
    this.bufferMegabytes = bufferMegabytes;
  }

  /**
   * Opens the newest index that was built to the end and can be opened; removes the others.
   *
   * @throws IOException if the directory cannot be used, or another process uses an index in it
   */
  Optional<Generation> openNewest() throws IOException {
    Files.createDirectories(root);
    Optional<Generation> opened = Optional.empty();
    for (Path path : newestFirst()) {
      if (opened.isEmpty() && Files.exists(path.resolve(BUILT))) {
        opened = tryToOpen(path);
        if (opened.isPresent()) {
          continue;
        }
      }
      remove(path);
    }
    return opened;
  }

  private Optional<Generation> tryToOpen(Path path) throws IOException {
    try {
      return Optional.of(Generation.open(path, bufferMegabytes));
    } catch (LockObtainFailedException used) {
      throw new IOException("Another process searches with " + path, used);
    } catch (IOException | RuntimeException damaged) {
      LOG.warnf("The search index in %s cannot be opened and is built anew: %s", path, damaged);
      return Optional.empty();
    }
  }

  /** Begins an empty index. */
  Generation begin() throws IOException {
    long number = newestFirst().stream().mapToLong(Generations::number).max().orElse(0) + 1;
    return Generation.open(root.resolve(PREFIX + number), bufferMegabytes);
  }

  /** An index was built to the end; from now on it is the one that is opened. */
  void built(Generation generation) throws IOException {
    Path mark = generation.path().resolve(BUILT);
    Files.write(mark, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.SYNC);
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths
          .filter(path -> path.getFileName().toString().matches(PREFIX + "[0-9]{1,18}"))
          .sorted(Comparator.comparingLong(Generations::number).reversed())
          .toList();
    }
  }

  private static long number(Path path) {
    return Long.parseLong(path.getFileName().toString().substring(PREFIX.length()));
  }

  /** Removes an index from the disk, the mark that it is whole before all else. */
  static void remove(Path path) throws IOException {
    Files.deleteIfExists(path.resolve(BUILT));
    List<Path> directories = new ArrayList<>();
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failed)
                throws IOException {
              directories.add(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (NoSuchFileException gone) {
      return;
    }
    for (Path directory : directories) {
      Files.deleteIfExists(directory);
    }
  }
}
