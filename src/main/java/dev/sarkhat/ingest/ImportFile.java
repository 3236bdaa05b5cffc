package dev.sarkhat.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An import's file or standard input, packed by gzip (RFC 1952) or plain, whatever its name. */
final class ImportFile implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final Counting raw;
  private final InputStream lines;
  private final long size;

  private ImportFile(InputStream stream, long size) throws IOException {
    this.raw = new Counting(stream);
    this.size = size;
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    this.lines = packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  /**
   * Opens a file.
   *
   * @param name its path, or {@code -} for standard input
   * @throws IOException if it cannot be read
   */
  static ImportFile open(String name) throws IOException {
    if (name.equals("-")) {
      return new ImportFile(System.in, -1);
    }
    Path path = Path.of(name);
    return new ImportFile(Files.newInputStream(path), Files.size(path));
  }

  /** The lines, unpacked. */
  InputStream lines() {
    return lines;
  }

  /** How much of it has been read, in hundredths; -1 where its length is not known. */
  int percentRead() {
    return size <= 0 ? -1 : (int) Math.min(100, raw.count * 100 / size);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** Counts the bytes that pass. */
  private static final class Counting extends FilterInputStream {

    private long count;

    Counting(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
