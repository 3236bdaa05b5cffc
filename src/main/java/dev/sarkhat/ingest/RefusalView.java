package dev.sarkhat.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a line was refused; a line with several faults is told once for each.
 *
 * @param line the line's number in the file, from 1
 * @param externalId the article's number at its sender, where the line tells it
 * @param pointer the field (RFC 6901); empty for the line as a whole
 * @param reason English words
 */
@Schema(
    name = "ImportRefusal",
    description = "Why a line was refused; a line with several faults is told once for each.")
record RefusalView(
    @Schema(required = true, description = "From 1.") long line,
    @Nullable String externalId,
    @Schema(required = true, description = "A JSON Pointer; empty for the line as a whole.")
        String pointer,
    @Schema(required = true) String reason) {

  /** Of a row: line, place, externalId, pointer, reason. */
  static RefusalView of(Object[] row) {
    return new RefusalView(
        ((Number) row[0]).longValue(), (String) row[2], (String) row[3], (String) row[4]);
  }
}
