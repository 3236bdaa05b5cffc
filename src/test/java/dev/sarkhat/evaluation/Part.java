package dev.sarkhat.evaluation;

import java.util.List;
import java.util.function.Function;

/** The data is cut in two by a hash, so that nobody chose which is which. */
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
