package dev.sarkhat.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream apart into lines, holding one at a time. A byte order mark at the start is passed
 * over, and so is a carriage return before the line feed.
 */
final class LineSplitter {

  /** The longest line, in bytes. */
  static final int MAXIMUM_LENGTH = 2 * 1024 * 1024;

  private static final int BUFFER = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream stream;
  private long number;

  LineSplitter(InputStream stream) {
    this.stream = new BufferedInputStream(stream, BUFFER);
  }

  /**
   * A line as it came.
   *
   * @param number from 1
   * @param bytes without its end; null where it is longer than a line may be
   */
  record Line(long number, byte @Nullable [] bytes) {}

  /**
   * The next line, or null after the last.
   *
   * @throws IOException if the stream breaks
   */
  @Nullable Line next() throws IOException {
    if (number == 0) {
      skipByteOrderMark();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    boolean tooLong = false;
    int read = stream.read();
    if (read < 0) {
      return null;
    }
    number++;
    while (read >= 0 && read != '\n') {
      if (line.size() < MAXIMUM_LENGTH) {
        line.write(read);
      } else {
        tooLong = true;
      }
      read = stream.read();
    }
    return new Line(number, tooLong ? null : line.toByteArray());
  }

  private void skipByteOrderMark() throws IOException {
    stream.mark(BYTE_ORDER_MARK.length);
    for (byte expected : BYTE_ORDER_MARK) {
      if (stream.read() != (expected & 0xFF)) {
        stream.reset();
        return;
      }
    }
  }
}
