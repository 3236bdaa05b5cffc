package dev.sarkhat.cache;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A finished answer: bytes that are written as they are, and what they depend on. */
final class Answer {

  /** No such instant. */
  static final long NEVER = Long.MAX_VALUE;

  /**
   * What an answer takes beside its bytes and fields: the object, its arrays, its place in maps.
   */
  private static final int OVERHEAD = 400;

  final int status;

  /** Names and values, in turn, of the fields that are the same in every form of it. */
  final CharSequence[] fields;

  final CharSequence contentType;

  /** What a page may load, in place of what other answers say; null for all that are no pages. */
  final @Nullable CharSequence contentSecurityPolicy;

  final AnswerChoice choice;
  final String entityTag;
  final Buffer identity;

  /** Whether its compressed forms are worth their making, which is once for each answer. */
  final boolean compressible;

  /** How long others may show it, from any instant on. */
  final Freshness freshness;

  /** The slots of its tags in {@link Validity}. */
  final int[] slots;

  /** The epoch before its first SQL statement. */
  final long startEpoch;

  /** When it was rendered; this and the following in milliseconds since 1970. */
  final long renderedAt;

  /** When time alone changes it, or {@link #NEVER}. */
  final long changesAt;

  /** When it is rendered anew though nothing is known to have changed. */
  final long expiresAt;

  /** What {@code Last-Modified} tells, a full second, or {@link #NEVER}. */
  final long lastModified;

  /** The latest epoch at which it was found to hold. A race between two checks costs a third. */
  volatile long checkedAt = -1;

  /** Made when the first client asks who takes it. */
  private volatile @Nullable Buffer gzip;

  /** Made when someone has asked a second time, and only then. */
  private volatile @Nullable Buffer brotli;

  /** How long others may show it, as it was told last; it changes with the second at most. */
  private volatile @Nullable RemainingFreshness remaining;

  Answer(
      int status,
      CharSequence[] fields,
      CharSequence contentType,
      @Nullable CharSequence contentSecurityPolicy,
      AnswerChoice choice,
      String entityTag,
      Buffer identity,
      boolean compressible,
      Freshness freshness,
      int[] slots,
      long startEpoch,
      long renderedAt,
      long changesAt,
      long expiresAt,
      long lastModified) {
    this.status = status;
    this.fields = fields;
    this.contentType = contentType;
    this.contentSecurityPolicy = contentSecurityPolicy;
    this.choice = choice;
    this.entityTag = entityTag;
    this.identity = identity;
    this.compressible = compressible;
    this.freshness = freshness;
    this.slots = slots;
    this.startEpoch = startEpoch;
    this.renderedAt = renderedAt;
    this.changesAt = changesAt;
    this.expiresAt = expiresAt;
    this.lastModified = lastModified;
  }

  /** Whether neither time alone nor its age ends it at this instant. */
  boolean isTimely(long now) {
    return now < changesAt && now < expiresAt && now >= renderedAt;
  }

  /** Its body in gzip's coding; null while there is none. */
  @Nullable Buffer gzip() {
    return gzip;
  }

  void keepGzip(Buffer compressed) {
    gzip = compressed;
  }

  /** Its body in Brotli's coding; null while there is none. */
  @Nullable Buffer brotli() {
    return brotli;
  }

  void keepBrotli(Buffer compressed) {
    brotli = compressed;
  }

  /** How long others may show it, from this instant on. */
  RemainingFreshness remainingFreshness(long now) {
    long seconds = (changesAt - now) / 1000;
    RemainingFreshness told = remaining;
    if (told == null || told.seconds() != seconds) {
      told = RemainingFreshness.of(freshness, seconds);
      remaining = told;
    }
    return told;
  }

  /** Its size in the heap, in bytes, about. */
  int weight() {
    int weight = OVERHEAD + identity.length() + compressedWeight();
    for (CharSequence field : fields) {
      weight += 40 + field.length();
    }
    return weight + 4 * slots.length;
  }

  /** What its compressed forms take, those included that may come later. */
  private int compressedWeight() {
    Buffer made = gzip;
    if (made != null) {
      // Brotli's form takes at most what gzip's does.
      return 2 * made.length();
    }
    // JSON shrinks to a third at least; half for each form is more than they take.
    return compressible ? identity.length() : 0;
  }
}
