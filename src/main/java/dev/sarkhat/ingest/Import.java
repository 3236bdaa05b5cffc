package dev.sarkhat.ingest;

import dev.sarkhat.ingest.ImportStep.RefusedLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    return run(stream, listener, SpellingMode.NONE);
  }

  /** The same, proofread. */
  ImportSummary run(InputStream stream, ImportListener listener, SpellingMode spelling)
      throws IOException {
    return run(stream, listener, ImportLedger.none(clock.instant(), spelling));
  }

  /** Takes every line that the ledger does not have yet. */
  ImportSummary run(InputStream stream, ImportListener listener, ImportLedger ledger)
      throws IOException {
    return new Run(writers.create(ledger), listener, ledger).of(stream);
  }

  /** One import. */
  private final class Run {

    private final BatchWriter writer;
    private final ImportListener listener;
    private final ImportLedger ledger;
    private final Tally tally = new Tally();
    private final LineReader reader = new LineReader();
    private final List<ReceivedLine> batch = new ArrayList<>(BATCH_LINES);
    private final List<RefusedLine> refused = new ArrayList<>();
    private final Set<Object> identities = new HashSet<>();
    private int characters;
    private long reached;

    Run(BatchWriter writer, ImportListener listener, ImportLedger ledger) {
      this.writer = writer;
      this.listener = listener;
      this.ledger = ledger;
      this.reached = ledger.linesDone();
    }

    ImportSummary of(InputStream stream) throws IOException {
      LineSplitter lines = new LineSplitter(stream);
      try {
        for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
          if (line.number() > ledger.linesDone()) {
            take(line);
          }
        }
      } catch (BrokenStreamException broken) {
        write();
        throw broken;
      }
      write();
      tally.add(Count.RELATED_JOINED, awaited.join(ledger));
      tally.add(Count.RELATED_AWAITED, awaited.count());
      awaited.some(WARNINGS).forEach(listener::warned);
      return tally.summary();
    }

    private void take(LineSplitter.Line line) {
      if (!LineReader.isBlank(line)) {
        try {
          add(reader.read(line));
        } catch (LineRefusedException refusedLine) {
          refused.add(new RefusedLine(line.number(), refusedLine.refusals(line.number())));
        }
      }
      reached = line.number();
      if (refused.size() >= BATCH_LINES) {
        write();
      }
    }

    private void add(ReceivedLine line) {
      // Two versions of an article are two revisions, so they are not written at once.
      boolean again = line.identities().stream().anyMatch(identities::contains);
      int length = line.received().length();
      if (again || batch.size() == BATCH_LINES || characters + length > BATCH_CHARACTERS) {
        write();
      }
      identities.addAll(line.identities());
      batch.add(line);
      characters += length;
    }

    private void write() {
      ImportStep step = new ImportStep(batch, refused, reached);
      // Not tried a second time where the database fails.
      batch.clear();
      refused.clear();
      identities.clear();
      characters = 0;
      tally.add(writer.write(step, listener));
      listener.progressed(tally.summary());
    }
  }
}
