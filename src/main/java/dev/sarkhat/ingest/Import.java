package dev.sarkhat.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The import of a stream of lines.
 *
 * <p>It holds one batch of lines in memory and writes each batch in a transaction of its own. A
 * line that cannot be taken is refused by itself. An import that breaks off can be run again from
 * the beginning: what was taken is passed over.
 */
@ApplicationScoped
public class Import {

  /** How many lines are written in one transaction. */
  static final int BATCH_LINES = 200;

  /** How many characters of JSON are held at once, if no single line has more. */
  private static final int BATCH_CHARACTERS = 4 * 1024 * 1024;

  /** How many of the related articles that are still awaited are named. */
  private static final int WARNINGS = 10;

  private final BatchWriterFactory writers;
  private final AwaitedRelated awaited;
  private final Clock clock;

  @Inject
  Import(BatchWriterFactory writers, AwaitedRelated awaited, Clock clock) {
    this.writers = writers;
    this.awaited = awaited;
    this.clock = clock;
  }

  /**
   * Takes every line of a stream, in order, in its own transactions.
   *
   * @param stream NDJSON as {@code openapi/import.md} describes it, not compressed; it is not
   *     closed
   * @param listener is told of refusals and of the progress
   * @return what was done
   * @throws BrokenStreamException if the stream breaks; what was read before it broke is written
   * @throws IOException if the stream cannot be read otherwise
   */
  public ImportSummary run(InputStream stream, ImportListener listener) throws IOException {
    return new Run(writers.create(clock.instant()), listener).of(stream);
  }

  /** One import. */
  private final class Run {

    private final BatchWriter writer;
    private final ImportListener listener;
    private final Tally tally = new Tally();
    private final LineReader reader = new LineReader();
    private final List<ReceivedLine> batch = new ArrayList<>(BATCH_LINES);
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> externalIds = new HashSet<>();
    private int characters;

    Run(BatchWriter writer, ImportListener listener) {
      this.writer = writer;
      this.listener = listener;
    }

    ImportSummary of(InputStream stream) throws IOException {
      LineSplitter lines = new LineSplitter(stream);
      try {
        for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
          if (!LineReader.isBlank(line)) {
            take(line);
          }
        }
      } finally {
        write();
      }
      tally.add(Count.RELATED_JOINED, awaited.join());
      tally.add(Count.RELATED_AWAITED, awaited.count());
      awaited.some(WARNINGS).forEach(listener::warned);
      return tally.summary();
    }

    private void take(LineSplitter.Line line) {
      tally.add(Count.LINES_READ);
      try {
        add(reader.read(line));
      } catch (LineRefusedException refused) {
        tally.add(Count.LINES_REFUSED);
        refusals.addAll(refused.refusals(line.number()));
        if (refusals.size() >= BATCH_LINES) {
          write();
        }
      }
    }

    private void add(ReceivedLine line) {
      @Nullable String externalId = line.externalId();
      // Two versions of an article are two revisions, so they are not written at once.
      boolean again = externalId != null && !externalIds.add(externalId);
      int length = line.received().length();
      if (again || batch.size() == BATCH_LINES || characters + length > BATCH_CHARACTERS) {
        write();
      }
      if (externalId != null) {
        externalIds.add(externalId);
      }
      batch.add(line);
      characters += length;
    }

    private void write() {
      List<ReceivedLine> lines = List.copyOf(batch);
      // Not tried a second time where the database fails.
      batch.clear();
      externalIds.clear();
      characters = 0;
      if (!lines.isEmpty()) {
        tally.add(writer.write(lines, refusals::add));
      }
      tellRefusals();
      listener.progressed(tally.summary());
    }

    /** What reading refused and what writing refused, together in the order of the lines. */
    private void tellRefusals() {
      List<Refusal> inOrder =
          refusals.stream().sorted(Comparator.comparingLong(Refusal::line)).toList();
      refusals.clear();
      inOrder.forEach(listener::refused);
    }
  }
}
