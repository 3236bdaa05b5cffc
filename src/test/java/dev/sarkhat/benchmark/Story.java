package dev.sarkhat.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Something that writers change and readers read. Its title in every answer says which version of
 * it the answer shows, so a reader can tell whether it is older than what was acknowledged before.
 */
final class Story {

  private static final int REMEMBERED = 1 << 14;

  private final byte[] marker;
  private final String prefix;
  private final List<byte[]> requests;
  private final Write write;

  /** When each of the last versions was acknowledged. */
  private final AtomicLongArray acknowledgedAt = new AtomicLongArray(REMEMBERED);

  private volatile int acknowledged;

  /** Writes a title and commits; whoever wrote over HTTP would have the response afterwards. */
  @FunctionalInterface
  interface Write {

    void write(String title);
  }

  /**
   * @param prefix what the title begins with, different for each story
   * @param addresses those whose answers show the title
   */
  Story(String prefix, List<String> addresses, Write write) {
    this.prefix = prefix;
    this.marker = ("\"title\":\"" + prefix).getBytes(StandardCharsets.US_ASCII);
    this.requests = addresses.stream().map(address -> Request.of(address).encoded()).toList();
    this.write = write;
  }

  /** The requests whose answers show it. */
  List<byte[]> requests() {
    return requests;
  }

  /** Writes the next version. */
  synchronized void revise() {
    int version = acknowledged + 1;
    write.write(prefix + version + ".");
    acknowledgedAt.set(version % REMEMBERED, System.nanoTime());
    acknowledged = version;
  }

  /** The version that every read that begins from now on must show, or a later one. */
  int acknowledged() {
    return acknowledged;
  }

  /** The version that an answer shows. */
  int versionIn(Response response) {
    int version = response.numberAfter(marker);
    if (version < 0) {
      throw new IllegalStateException(prefix + " is not in " + response.text());
    }
    return version;
  }

  /**
   * For how long, in nanoseconds, a version had been out of date at some time.
   *
   * @return 0 or less if it was not
   */
  long staleness(int version, long at) {
    return version >= acknowledged ? 0 : at - acknowledgedAt.get((version + 1) % REMEMBERED);
  }
}
