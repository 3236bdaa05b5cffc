package dev.sarkhat.purge;

/** Each change is purged twice; each pass has its own position in the log. */
enum PurgePass {
  /** As soon as the change is known. */
  FIRST("first"),
  /** A little later, for caches that filled themselves from a cache that was still stale. */
  AGAIN("again");

  private final String value;

  PurgePass(String value) {
    this.value = value;
  }

  /** The name of the pass in the database. */
  String value() {
    return value;
  }
}
