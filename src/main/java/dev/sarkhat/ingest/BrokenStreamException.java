package dev.sarkhat.ingest;

import java.io.IOException;

/** A stream of lines could not be read to its end. The message is that of its cause. */
final class BrokenStreamException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long lastLine;

  /**
   * A stream broke.
   *
   * @param lastLine the number of the last line that came whole, 0 for none
   */
  BrokenStreamException(long lastLine, IOException cause) {
    super(cause.getMessage(), cause);
    this.lastLine = lastLine;
  }

  long lastLine() {
    return lastLine;
  }
}
