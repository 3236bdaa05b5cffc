package dev.sarkhat.evaluation;

import java.util.List;
import java.util.function.Function;

/**
 * What the rules were made with, and what they were tried on at the end. Data that is one is cut in
 * two by a hash, so that nobody chose which is which; the sentences and the look-alikes that are
 * held out were written when the rules were done.
 */
enum Part {
  /** Looked at while the rules were made. */
  DEVELOPMENT,
  /** Looked at when they were done; no rule was changed for it. */
  HELD_OUT;

  /** Those of the elements that are of this part. */
  <T> List<T> of(List<T> all, Function<T, String> key) {
    return all.stream().filter(each -> contains(key.apply(each))).toList();
  }

  boolean contains(String key) {
    boolean heldOut = Math.floorMod(key.hashCode() * 0x9E3779B1, 1000) >= 500;
    return heldOut == (this == HELD_OUT);
  }
}
