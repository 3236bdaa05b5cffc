package dev.sarkhat.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a connection is receiving. It looks at the head, once, and steps over the body
 * without looking at it: a load generator must cost much less than the server that it measures.
 */
final class Response {

  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int UNKNOWN = -1;
  private static final int CHUNKED = -2;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST_CAPACITY);
  private int scanned;
  private int status;
  private int bodyStart = UNKNOWN;

  /** Where the answer ends, or {@link #CHUNKED}. */
  private int end = UNKNOWN;

  private int nextChunk;

  /** Makes ready for the next answer. */
  void clear() {
    buffer.clear();
    scanned = 0;
    bodyStart = UNKNOWN;
    end = UNKNOWN;
  }

  /**
   * Takes what has arrived.
   *
   * @return whether the answer is complete
   */
  boolean read(SocketChannel channel) throws IOException {
    if (!buffer.hasRemaining()) {
      buffer = ByteBuffer.allocateDirect(buffer.capacity() * 2).put(buffer.flip());
    }
    if (channel.read(buffer) < 0) {
      throw new IOException("The server closed the connection.");
    }
    if (bodyStart == UNKNOWN && !findHead()) {
      return false;
    }
    boolean complete = end == CHUNKED ? findLastChunk() : buffer.position() >= end;
    if (complete && buffer.position() != end) {
      throw new IOException("The server sent more than it was asked for.");
    }
    return complete;
  }

  private boolean findHead() throws IOException {
    int limit = buffer.position() - 3;
    for (; scanned < limit; scanned++) {
      if (buffer.get(scanned) == '\r'
          && buffer.get(scanned + 1) == '\n'
          && buffer.get(scanned + 2) == '\r'
          && buffer.get(scanned + 3) == '\n') {
        bodyStart = scanned + 4;
        status = 100 * (buffer.get(9) - '0') + 10 * (buffer.get(10) - '0') + (buffer.get(11) - '0');
        end = findEnd();
        return true;
      }
    }
    return false;
  }

  private int findEnd() throws IOException {
    if (status == NO_CONTENT || status == NOT_MODIFIED) {
      return bodyStart;
    }
    int length = valueOf("content-length");
    if (length != UNKNOWN) {
      return bodyStart + number(length, 10);
    }
    if (valueOf("transfer-encoding") == UNKNOWN) {
      throw new IOException("The answer does not say how long it is.");
    }
    nextChunk = bodyStart;
    return CHUNKED;
  }

  private boolean findLastChunk() {
    while (true) {
      int line = lineEnd(nextChunk);
      if (line == UNKNOWN) {
        return false;
      }
      int size = number(nextChunk, 16);
      int after = line + 2 + size + 2;
      if (after > buffer.position()) {
        return false;
      }
      nextChunk = after;
      if (size == 0) {
        end = after;
        return true;
      }
    }
  }

  private int lineEnd(int from) {
    for (int at = from; at < buffer.position() - 1; at++) {
      if (buffer.get(at) == '\r' && buffer.get(at + 1) == '\n') {
        return at;
      }
    }
    return UNKNOWN;
  }

  /** Where the value of a field begins; its name is given in lower case. */
  private int valueOf(String name) {
    int last = bodyStart - name.length() - 3;
    for (int at = 12; at < last; at++) {
      if (buffer.get(at) == '\n'
          && isAt(at + 1, name)
          && buffer.get(at + 1 + name.length()) == ':') {
        int value = at + 2 + name.length();
        while (buffer.get(value) == ' ') {
          value++;
        }
        return value;
      }
    }
    return UNKNOWN;
  }

  private boolean isAt(int at, String name) {
    for (int index = 0; index < name.length(); index++) {
      int letter = buffer.get(at + index);
      int lower = letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
      if (lower != name.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private int number(int from, int radix) {
    int value = 0;
    int at = from;
    for (int digit = digit(at, radix); digit >= 0; digit = digit(++at, radix)) {
      value = value * radix + digit;
    }
    return value;
  }

  private int digit(int at, int radix) {
    return Character.digit(buffer.get(at), radix);
  }

  /** The status code. */
  int status() {
    return status;
  }

  /** The bytes that came over the wire. */
  int size() {
    return buffer.position();
  }

  /** Fails unless the answer has this status code. */
  void require(int expected) {
    if (status != expected) {
      throw new IllegalStateException(
          "Answered with " + status + " instead of " + expected + ": " + text());
    }
  }

  /** The value of a header field, or null where there is none of that name. */
  @Nullable String field(String name) {
    int value = valueOf(name.toLowerCase(Locale.ROOT));
    return value == UNKNOWN ? null : ascii(value, lineEnd(value));
  }

  /** The lines of the header fields, in the order in which they came. */
  List<String> fieldLines() {
    List<String> lines = Arrays.asList(ascii(0, bodyStart - 4).split("\r\n"));
    return lines.subList(1, lines.size());
  }

  /** The body, without the framing of its chunks. */
  byte[] body() {
    if (valueOf("content-length") != UNKNOWN || end == bodyStart) {
      return bytes(bodyStart, end);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int chunk = bodyStart;
    while (chunk < end) {
      int start = lineEnd(chunk) + 2;
      int size = number(chunk, 16);
      body.writeBytes(bytes(start, start + size));
      chunk = start + size + 2;
    }
    return body.toByteArray();
  }

  /** The body as text. */
  String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /**
   * The decimal number that follows the first occurrence of a text in the body.
   *
   * @param marker ASCII
   * @return -1 where the text does not occur
   */
  int numberAfter(byte[] marker) {
    int last = end - marker.length;
    for (int at = bodyStart; at < last; at++) {
      if (buffer.get(at) == marker[0] && isAt(at, marker)) {
        return number(at + marker.length, 10);
      }
    }
    return UNKNOWN;
  }

  private boolean isAt(int at, byte[] marker) {
    for (int index = 1; index < marker.length; index++) {
      if (buffer.get(at + index) != marker[index]) {
        return false;
      }
    }
    return true;
  }

  private String ascii(int from, int to) {
    return new String(bytes(from, to), StandardCharsets.ISO_8859_1);
  }

  private byte[] bytes(int from, int to) {
    byte[] bytes = new byte[to - from];
    buffer.get(from, bytes);
    return bytes;
  }
}
