package dev.sarkhat.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws ranks by Zipf's law: the rank n is drawn 1/n times as often as the first. */
final class Zipf {

  /** The chance of each rank or a higher one. */
  private final double[] cumulated;

  private final SplittableRandom random;

  Zipf(int ranks, SplittableRandom random) {
    this.random = random;
    cumulated = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      cumulated[rank] = sum;
    }
  }

  /** A rank, from 0. */
  int next() {
    double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, drawn);
    return found >= 0 ? found : -found - 1;
  }
}
