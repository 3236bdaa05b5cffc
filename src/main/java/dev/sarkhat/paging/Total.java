package dev.sarkhat.paging;

/**
 * The number of items in a list.
 *
 * @param value the number counted
 * @param relation whether it is exact or a lower bound
 */
public record Total(long value, TotalRelation relation) {

  /** Where {@code count=capped} stops counting. */
  public static final long CAP = 10_000;

  /** A total counted to the end. */
  public static Total exact(long value) {
    return new Total(value, TotalRelation.EXACT);
  }

  /**
   * A total counted to at most one more than {@link #CAP}.
   *
   * @param counted the number counted, at most {@code CAP + 1}
   */
  public static Total capped(long counted) {
    return counted > CAP ? new Total(CAP, TotalRelation.AT_LEAST) : exact(counted);
  }
}
