package dev.sarkhat.ingest;

import java.util.EnumMap;
import java.util.Map;

/** Counts what an import does. */
final class Tally {

  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private final Map<Note, Long> notes = new EnumMap<>(Note.class);

  void add(Count count) {
    counts.merge(count, 1L, Long::sum);
  }

  void add(Count count, long times) {
    if (times > 0) {
      counts.merge(count, times, Long::sum);
    }
  }

  void add(Note note) {
    notes.merge(note, 1L, Long::sum);
  }

  /** Adds what another has counted. */
  void add(Tally other) {
    other.counts.forEach((count, times) -> counts.merge(count, times, Long::sum));
    other.notes.forEach((note, times) -> notes.merge(note, times, Long::sum));
  }

  long of(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** What was counted until now. */
  ImportSummary summary() {
    return new ImportSummary(counts, notes);
  }
}
