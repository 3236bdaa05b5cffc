package dev.sarkhat.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The measurements as tables of Markdown, one column for each size of the archive. */
final class BenchmarkReport {

  private final StringBuilder text = new StringBuilder();

  /**
   * Adds the measurements of one level.
   *
   * @param latencies by size, then by the name of the read
   * @param reference the read that the others are compared with, or null to leave that out
   */
  void table(
      String title,
      NavigableMap<Integer, Map<String, Latency>> latencies,
      @Nullable String reference) {
    text.append("## ").append(title).append("\n\n| read |");
    StringBuilder rule = new StringBuilder("|---|");
    int smallest = latencies.firstKey();
    for (int size : latencies.keySet()) {
      text.append(format(" %,d: median / p95 / p99 ms |", size));
      rule.append("---|");
      if (reference != null) {
        text.append(" to reference |");
        rule.append("---|");
      }
      if (size != smallest) {
        text.append(format(" to %,d |", smallest));
        rule.append("---|");
      }
    }
    text.append('\n').append(rule).append('\n');
    for (String read : latencies.firstEntry().getValue().keySet()) {
      row(read, latencies, reference);
    }
    text.append('\n');
  }

  private void row(
      String read,
      NavigableMap<Integer, Map<String, Latency>> latencies,
      @Nullable String reference) {
    text.append("| ").append(read).append(" |");
    double first = of(latencies.firstEntry().getValue(), read).median();
    for (Map.Entry<Integer, Map<String, Latency>> size : latencies.entrySet()) {
      Latency latency = of(size.getValue(), read);
      text.append(format(" %.2f / %.2f / %.2f |", latency.median(), latency.p95(), latency.p99()));
      if (reference != null) {
        text.append(format(" %.1f |", latency.median() / of(size.getValue(), reference).median()));
      }
      if (!size.getKey().equals(latencies.firstKey())) {
        text.append(format(" %.2f |", latency.median() / first));
      }
    }
    text.append('\n');
  }

  private static Latency of(Map<String, Latency> latencies, String read) {
    return Objects.requireNonNull(latencies.get(read));
  }

  /** Adds how a statement is run. */
  void plan(String read, List<String> lines) {
    text.append("### ").append(read).append("\n\n```\n");
    lines.forEach(line -> text.append(line).append('\n'));
    text.append("```\n\n");
  }

  /** Adds a line of text. */
  void line(String line) {
    text.append(line).append("\n\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
