package dev.sarkhat.ingest;

import dev.sarkhat.access.PrincipalRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import over HTTP, as the newsroom sees it.
 *
 * @param createdBy its sender
 * @param spelling what is done with wrong spelling
 * @param size the length of its file, in bytes, as far as it has arrived
 * @param bytesRead how much of that has been read
 * @param linesDone the number of the last line that is done
 * @param refused how many lines were refused; the report names them
 * @param counts what was done, by what is counted
 * @param notes how many of the lines that changed something each was noted for
 * @param failure why it failed
 */
@Schema(
    name = "Import",
    description =
        "An import. What it has done stays, however it ends: send the file again, and what was taken"
            + " is passed over.")
record ImportView(
    @Schema(required = true) long id,
    @Schema(required = true) ImportState state,
    @Schema(required = true) Instant createdAt,
    @Nullable PrincipalRef createdBy,
    @Schema(required = true) SpellingMode spelling,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Schema(required = true, description = "The bytes of its file, as far as it has arrived.")
        long size,
    @Schema(required = true, description = "How many of these have been read.") long bytesRead,
    @Schema(required = true, description = "The number of the last line that is done.")
        long linesDone,
    @Schema(required = true, description = "How many lines were refused; the report names them.")
        long refused,
    @Schema(required = true, description = "What was done: `articlesCreated`, `articlesUpdated`, …")
        Map<String, Long> counts,
    @Schema(
            required = true,
            description = "How many of the lines that changed something each was noted for.")
        Map<String, Long> notes,
    @Schema(description = "Whether it was asked to end before its time.")
        @Nullable Boolean cancelling,
    @Schema(description = "Why it failed.") @Nullable String failure) {

  static ImportView of(ImportJob job) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Count count : Count.values()) {
      counts.put(count.key(), job.counts().getOrDefault(count.key(), 0L));
    }
    Map<String, Long> notes = new LinkedHashMap<>();
    for (Note note : Note.values()) {
      Long times = job.notes().get(note.key());
      if (times != null) {
        notes.put(note.key(), times);
      }
    }
    return new ImportView(
        Objects.requireNonNull(job.id()),
        job.state(),
        job.createdAt(),
        job.sender(),
        job.spelling(),
        job.startedAt(),
        job.finishedAt(),
        job.size(),
        job.bytesRead(),
        job.linesDone(),
        job.counts().getOrDefault(Count.LINES_REFUSED.key(), 0L),
        counts,
        notes,
        job.isCancelling() && !job.state().isFinal() ? true : null,
        job.failure());
  }
}
