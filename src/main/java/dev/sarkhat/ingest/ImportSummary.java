package dev.sarkhat.ingest;

import java.util.EnumMap;
import java.util.Map;

/**
 * What an import did.
 *
 * @param counts how often each was counted; what was not is left out
 * @param notes how many of the lines that changed something each was noted for
 */
public record ImportSummary(Map<Count, Long> counts, Map<Note, Long> notes) {

  /** Copies the counts, keeping their order. */
  public ImportSummary {
    counts = new EnumMap<>(counts.isEmpty() ? new EnumMap<>(Count.class) : counts);
    notes = new EnumMap<>(notes.isEmpty() ? new EnumMap<>(Note.class) : notes);
  }

  /** How often it was counted. */
  public long of(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** How many lines it was noted for. */
  public long of(Note note) {
    return notes.getOrDefault(note, 0L);
  }
}
