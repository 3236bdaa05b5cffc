package dev.sarkhat.benchmark;

import java.util.List;

/**
 * How long something took, over many runs; in milliseconds.
 *
 * @param median half of the runs took no longer
 * @param p95 95 of 100 runs took no longer
 * @param p99 99 of 100 runs took no longer
 */
record Latency(double median, double p95, double p99) {

  private static final double NANOSECONDS = 1_000_000;

  /** Sums up some runs, by the nearest rank. */
  static Latency ofNanoseconds(List<Long> runs) {
    long[] sorted = runs.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Latency(
        percentile(sorted, 0.50), percentile(sorted, 0.95), percentile(sorted, 0.99));
  }

  private static double percentile(long[] sorted, double share) {
    int rank = Math.max(1, (int) Math.ceil(share * sorted.length));
    return sorted[rank - 1] / NANOSECONDS;
  }
}
