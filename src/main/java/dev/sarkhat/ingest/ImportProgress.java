package dev.sarkhat.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
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
  private static final ObjectMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  private final PrintStream screen;
  private final Writer report;
  private final IntSupplier percent;
  private final boolean terminal = Terminal.isPresent();
  private final long startedAt = System.nanoTime();
  private long shownAt = startedAt;
  private long refusals;

  /**
   * Shows progress.
   *
   * @param report where all refusals go, one JSON object a line
   * @param percent how much has been read, or -1
   */
  ImportProgress(PrintStream screen, Writer report, IntSupplier percent) {
    this.screen = screen;
    this.report = report;
    this.percent = percent;
  }

  /** How long it has taken. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  @Override
  public void refused(Refusal refusal) {
    try {
      report.write(JSON.writeValueAsString(refusal));
      report.write('\n');
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException full) {
      throw new UncheckedIOException("The report cannot be written", full);
    }
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
  public void warned(String warning) {
    clearBar();
    screen.println(warning);
  }

  @Override
  public void progressed(ImportSummary soFar) {
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
