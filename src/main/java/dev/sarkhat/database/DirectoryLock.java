package dev.sarkhat.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The right to run a server on a directory. It is a lock of the operating system, so it is free
 * again however its holder ended, and a file left behind means nothing.
 */
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or answers nothing when another process, or this one, has it. */
  static Optional<DirectoryLock> tryAcquire(ServerDirectory directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.lock(),
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            ServerDirectory.privateFile(directory.root()));
    try {
      if (channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      channel.close();
      return Optional.empty();
    }
    String holder = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(new DirectoryLock(channel));
  }

  /** The process id that the holder of the lock wrote, if it can be read. */
  static Optional<String> holder(ServerDirectory directory) {
    Path file = directory.lock();
    try {
      return Optional.of(Files.readString(file, StandardCharsets.US_ASCII))
          .filter(text -> !text.isBlank());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
