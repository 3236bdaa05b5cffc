package dev.sarkhat.benchmark;

import org.HdrHistogram.Histogram;

/**
 * What came of a time of load.
 *
 * @param answers how many requests were answered
 * @param refusals how many more were answered with a problem, most likely that there are too many
 * @param nanoseconds how long it took
 * @param bytes what came over the wire
 * @param latencies in nanoseconds
 * @param generatorLoad the share of that time in which the generator was at work
 */
record Load(
    long answers,
    long refusals,
    long nanoseconds,
    long bytes,
    Histogram latencies,
    double generatorLoad) {

  private static final double SECOND = 1_000_000_000;
  private static final double MILLISECOND = 1_000_000;

  /** Answers per second. */
  double rate() {
    return answers * SECOND / nanoseconds;
  }

  /** The time within which this share of the requests was answered, in milliseconds. */
  double latency(double percentile) {
    return latencies.getValueAtPercentile(percentile) / MILLISECOND;
  }

  /** The longest time that a request took, in milliseconds. */
  double worst() {
    return latencies.getMaxValue() / MILLISECOND;
  }
}
