package dev.sarkhat.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream as an import would and writes nothing. */
final class ImportCheck {

  private static final int PROGRESS_LINES = 1_000;

  private ImportCheck() {}

  /**
   * Checks every line by itself.
   *
   * @throws IOException if the stream breaks
   */
  static ImportSummary run(InputStream stream, ImportListener listener) throws IOException {
    Tally tally = new Tally();
    LineReader reader = new LineReader();
    LineSplitter lines = new LineSplitter(stream);
    try {
      check(lines, reader, tally, listener);
    } finally {
      listener.progressed(tally.summary());
    }
    return tally.summary();
  }

  private static void check(
      LineSplitter lines, LineReader reader, Tally tally, ImportListener listener)
      throws IOException {
    for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
      if (LineReader.isBlank(line)) {
        continue;
      }
      tally.add(Count.LINES_READ);
      try {
        if (reader.read(line).content() instanceof ArticleLine article) {
          article.notes().forEach(tally::add);
        }
      } catch (LineRefusedException refused) {
        tally.add(Count.LINES_REFUSED);
        refused.refusals(line.number()).forEach(listener::refused);
      }
      if (line.number() % PROGRESS_LINES == 0) {
        listener.progressed(tally.summary());
      }
    }
  }
}
