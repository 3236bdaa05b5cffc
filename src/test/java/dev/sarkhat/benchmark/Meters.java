package dev.sarkhat.benchmark;

import java.io.IOException;
import java.util.Map;

/**
 * What an application's meters showed at one moment.
 *
 * @param text in Prometheus' format
 */
record Meters(String text) {

  /** Answers given from the cache. */
  static final String HITS = "sarkhat_cache_hits_total";

  /** Requests for which the cache held nothing current. */
  static final String MISSES = "sarkhat_cache_misses_total";

  /** Renderings begun. */
  static final String LOADS = "sarkhat_cache_loads_total";

  /** Asks an application. */
  static Meters of(int port) throws IOException {
    return new Meters(new Request("/metrics", Map.of(), 200).ask(port, Response::text));
  }

  /** The sum of a meter over its tags; 0 where there is none of that name. */
  double value(String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** By how much a meter has risen since. */
  double since(Meters before, String name) {
    return value(name) - before.value(name);
  }

  /** Whether the application counts what this is the name of. */
  boolean has(String name) {
    return text.contains("\n" + name);
  }
}
