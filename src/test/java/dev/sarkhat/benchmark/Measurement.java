package dev.sarkhat.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one round of load told of a server.
 *
 * @param rate answers per second
 * @param refusals how many requests were answered with a problem
 * @param p50 half of the requests took no longer, in milliseconds
 * @param p99 99 of 100 requests took no longer, in milliseconds
 * @param processorTime of the server, for each request, in microseconds
 * @param generatorLoad the share of the time in which the load generator was at work; near 1 it is
 *     the generator that was measured
 */
record Measurement(
    double rate,
    long refusals,
    double p50,
    double p99,
    double processorTime,
    double generatorLoad) {

  /** The median of a figure over rounds. */
  static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
    return Median.of(rounds.stream().mapToDouble(figure).toArray());
  }

  /**
   * How the rate compares with that of another server, measured in the same rounds: the median of
   * the rounds' ratios, on which slow changes of the machine's speed have no influence.
   */
  static double ratio(List<Measurement> rounds, List<Measurement> reference) {
    double[] ratios = new double[rounds.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = rounds.get(round).rate() / reference.get(round).rate();
    }
    return Median.of(ratios);
  }
}
