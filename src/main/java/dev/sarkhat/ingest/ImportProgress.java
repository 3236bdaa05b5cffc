package dev.sarkhat.ingest;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Shows how an import comes along: a bar on a terminal, a line every few seconds elsewhere. The
 * first refusals are shown too, and all of them go into the report.
 */
final class ImportProgress implements ImportListener {

  private static final int SHOWN_REFUSALS = 20;
  private static final int BAR = 30;
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration REDRAW = Duration.ofMillis(200);

  private final PrintStream screen;
  private final ImportReport report;
  private final IntSupplier percent;
  private final boolean terminal = Terminal.isPresent();
  private final long startedAt = System.nanoTime();
  private long shownAt = startedAt;
  private long refusals;
  private ImportSummary soFar = new ImportSummary(Map.of(), Map.of());

  /**
   * Shows progress.
   *
   * @param report where all refusals and repairs go
   * @param percent how much has been read, or -1
   */
  ImportProgress(PrintStream screen, ImportReport report, IntSupplier percent) {
    this.screen = screen;
    this.report = report;
    this.percent = percent;
  }

  /** What had been done when the progress was last told. */
  ImportSummary soFar() {
    return soFar;
  }

  /** How long it has taken. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  @Override
  public void refused(Refusal refusal) {
    report.add(refusal);
    refusals++;
    if (refusals <= SHOWN_REFUSALS) {
      clearBar();
      screen.println(
          "line "
              + refusal.line()
              + " refused: "
              + (refusal.pointer().isEmpty() ? "" : refusal.pointer() + " ")
              + refusal.reason());
    } else if (refusals == SHOWN_REFUSALS + 1) {
      clearBar();
      screen.println("further refusals are not shown; --report FILE keeps them all");
    }
  }

  @Override
  public void spelled(SpellingNote note) {
    report.add(note);
  }

  @Override
  public void warned(String warning) {
    clearBar();
    screen.println(warning);
  }

  @Override
  public void progressed(ImportSummary summary) {
    soFar = summary;
    report.flush();
    long now = System.nanoTime();
    if (now - shownAt < (terminal ? REDRAW : EVERY).toNanos()) {
      return;
    }
    shownAt = now;
    long lines = soFar.of(Count.LINES_READ);
    String rate =
        String.format(
            Locale.ROOT, "%d lines, %.0f lines/s", lines, SummaryText.perSecond(lines, elapsed()));
    if (terminal) {
      screen.print("\r" + bar() + rate + "   ");
      screen.flush();
    } else {
      screen.println((percent.getAsInt() < 0 ? "" : percent.getAsInt() + " %, ") + rate);
    }
  }

  /** Leaves the screen clean for what follows. */
  void end() {
    clearBar();
  }

  private String bar() {
    int done = percent.getAsInt();
    if (done < 0) {
      return "";
    }
    int filled = done * BAR / 100;
    return "[" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + done + " %  ";
  }

  private void clearBar() {
    if (terminal) {
      screen.print("\r" + " ".repeat(BAR + 50) + "\r");
    }
  }
}
