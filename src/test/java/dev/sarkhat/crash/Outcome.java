package dev.sarkhat.crash;

/** What a client was told of a write. */
sealed interface Outcome {

  /**
   * It was done.
   *
   * @param revision the article's from then on
   */
  record Acknowledged(long article, int revision) implements Outcome {}

  /** It was not done, and will not be. */
  record Refused(int status, String code) implements Outcome {}

  /** Nobody knows whether it was done. */
  record Unknown(String reason) implements Outcome {}
}
