package dev.sarkhat.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts what an import did into lines for people. */
final class SummaryText {

  /** Where Linux tells the greatest memory a process has used; see proc(5). */
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

  private SummaryText() {}

  static List<String> lines(ImportSummary summary, Duration elapsed) {
    List<String> lines = new ArrayList<>();
    if (summary.of(Count.LINES_READ) == 0) {
      lines.add(row(0, Count.LINES_READ.description()));
    }
    summary.counts().forEach((count, times) -> lines.add(row(times, count.description())));
    summary.notes().forEach((note, times) -> lines.add(row(times, note.description())));
    double seconds = elapsed.toMillis() / 1000.0;
    lines.add(
        String.format(
            Locale.ROOT,
            "%.1f s, %.0f articles/s%s",
            seconds,
            perSecond(articles(summary), elapsed),
            peakMemory().map(peak -> ", peak memory " + peak).orElse("")));
    return lines;
  }

  private static long articles(ImportSummary summary) {
    return summary.of(Count.ARTICLES_CREATED)
        + summary.of(Count.ARTICLES_UPDATED)
        + summary.of(Count.ARTICLES_UNCHANGED);
  }

  static double perSecond(long lines, Duration elapsed) {
    return lines * 1000.0 / Math.max(1, elapsed.toMillis());
  }

  private static String row(long times, String description) {
    return String.format(Locale.ROOT, "%9d  %s", times, description);
  }

  /** The greatest resident set of this process, where the system tells it. */
  private static Optional<String> peakMemory() {
    if (!Files.isReadable(PROCESS_STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(PROCESS_STATUS, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MB")
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
