package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a benchmark of load found: printed, and kept below {@code target/benchmark}. */
public final class MarkdownReport {

  private final StringBuilder text = new StringBuilder();

  /** An empty report. */
  public MarkdownReport(String title) {
    text.append("# ").append(title).append("\n\n");
  }

  /** Adds a paragraph, if it says anything. */
  public MarkdownReport paragraph(String paragraph) {
    if (!paragraph.isEmpty()) {
      text.append(paragraph).append("\n\n");
    }
    return this;
  }

  /** Begins a table. */
  public MarkdownReport columns(String... names) {
    row((Object[]) names);
    return row(Collections.nCopies(names.length, "---").toArray());
  }

  /** Adds a row to a table. */
  public MarkdownReport row(Object... cells) {
    text.append('|');
    List.of(cells).forEach(cell -> text.append(' ').append(cell).append(" |"));
    text.append('\n');
    return this;
  }

  /** Ends a table. */
  public MarkdownReport end() {
    text.append('\n');
    return this;
  }

  /** Formats, with Latin digits whatever the machine's language is. */
  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** Prints the report and keeps it. */
  public void publish(String fileName) throws IOException {
    Path file = Path.of("target", "benchmark", fileName);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println(text);
    System.out.println("Kept in " + file);
  }
}
