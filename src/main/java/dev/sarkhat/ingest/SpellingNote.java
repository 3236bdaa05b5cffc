package dev.sarkhat.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A repair of spelling that an import made or proposes.
 *
 * @param line the line's number in the file, from 1
 * @param externalId the article's number at its sender, where the line tells it
 * @param articleId the article's number here
 * @param pointer the field of the article's content (RFC 6901)
 * @param start where it stands in the field as the line stored it: the replacement where it was
 *     applied, else the original
 * @param applied whether it was made
 */
@Schema(
    name = "ImportSpelling",
    description =
        "A repair of spelling that an import made or proposes. One that it proposes can be accepted"
            + " as it is at `POST /v1/admin/articles/{articleId}/spelling`, as long as the article"
            + " says what the line said.")
public record SpellingNote(
    @Schema(required = true, description = "From 1.") long line,
    @Nullable String externalId,
    @Schema(required = true) long articleId,
    @Schema(
            required = true,
            examples = "/title",
            description = "The field of the article's content.")
        String pointer,
    @Schema(
            required = true,
            description =
                "Where the replacement stands where it was applied, else the original; in UTF-16 code"
                    + " units of the field as the line stored it.")
        int start,
    @Schema(required = true, description = "Exclusive.") int end,
    @Schema(required = true, examples = "می روند") String original,
    @Schema(required = true, examples = "می\u200Cروند") String replacement,
    @Schema(required = true, examples = "halfSpace", description = "What is repaired.") String rule,
    @Schema(required = true, minimum = "0", maximum = "1", examples = "0.98") double confidence,
    @Schema(required = true, description = "Whether it was made.") boolean applied) {

  /** Of a row: line, externalId, articleId, pointer, begins, … applied. */
  static SpellingNote of(Object[] row) {
    return new SpellingNote(
        ((Number) row[0]).longValue(),
        (String) row[1],
        ((Number) row[2]).longValue(),
        (String) row[3],
        ((Number) row[4]).intValue(),
        ((Number) row[5]).intValue(),
        (String) row[6],
        (String) row[7],
        (String) row[8],
        ((Number) row[9]).doubleValue(),
        (Boolean) row[10]);
  }
}
