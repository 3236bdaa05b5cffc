package dev.sarkhat.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream apart into lines, holding one at a time. A byte order mark at the start is passed
 * over; a carriage return before the line feed is white space to JSON.
 */
final class LineSplitter {

  /** The longest line, in bytes. */
  static final int MAXIMUM_LENGTH = 12 * 1024 * 1024;

  private static final int BUFFER = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long number;

  LineSplitter(InputStream stream) {
    this.stream = stream;
  }

  /**
   * A line as it came.
   *
   * @param number from 1
   * @param bytes without its end; null where it is longer than a line may be
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(long number, byte @Nullable [] bytes) {}

  /**
   * The next line, or null after the last.
   *
   * @throws BrokenStreamException if the stream breaks
   */
  @Nullable Line next() throws BrokenStreamException {
    if (position == end && !fill(number)) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && (position < end || fill(number - 1))) {
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      tooLong |= line.size() + position - start > MAXIMUM_LENGTH;
      if (!tooLong) {
        line.write(buffer, start, position - start);
      }
      ended = position < end;
      position += ended ? 1 : 0;
    }
    return new Line(number, tooLong ? null : withoutMark(line.toByteArray()));
  }

  private boolean fill(long completeLines) throws BrokenStreamException {
    position = 0;
    end = 0;
    try {
      end = Math.max(0, stream.read(buffer));
    } catch (IOException broken) {
      throw new BrokenStreamException(completeLines, broken);
    }
    return end > 0;
  }

  private byte[] withoutMark(byte[] line) {
    boolean marked =
        number == 1
            && line.length >= BYTE_ORDER_MARK.length
            && Arrays.equals(
                line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    return marked ? Arrays.copyOfRange(line, BYTE_ORDER_MARK.length, line.length) : line;
  }
}
