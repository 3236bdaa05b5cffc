package dev.sarkhat.ingest;

import dev.sarkhat.access.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an import writes down how far it has come, in the transactions that take it there. What it
 * throws ends the transaction and the import.
 */
interface ImportLedger {

  /** Who imports; null at the command line. */
  @Nullable Actor owner();

  /** When the import began, however often it was interrupted. */
  Instant startedAt();

  /** What is done with wrong spelling. */
  SpellingMode spelling();

  /** The number of the last line that was done before an interruption; 0 where there was none. */
  long linesDone();

  /**
   * Lines are done, once the running transaction is committed.
   *
   * @param upTo the number of the last of them
   * @param tally what was done with them
   * @param refusals what was refused, in the order of the lines
   * @param spellings repairs of spelling, in the order of the lines
   */
  void done(long upTo, Tally tally, List<Refusal> refusals, List<SpellingNote> spellings);

  /** Related articles that were awaited are joined, once the running transaction is committed. */
  void joined(long count);

  /** For an import that begins anew each time. */
  static ImportLedger none(Instant startedAt, SpellingMode spelling) {
    return new ImportLedger() {
      @Override
      public @Nullable Actor owner() {
        return null;
      }

      @Override
      public Instant startedAt() {
        return startedAt;
      }

      @Override
      public SpellingMode spelling() {
        return spelling;
      }

      @Override
      public long linesDone() {
        return 0;
      }

      @Override
      public void done(
          long upTo, Tally tally, List<Refusal> refusals, List<SpellingNote> spellings) {}

      @Override
      public void joined(long count) {}
    };
  }
}
