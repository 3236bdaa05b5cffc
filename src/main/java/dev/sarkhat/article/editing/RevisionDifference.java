package dev.sarkhat.article.editing;

import dev.sarkhat.json.FieldChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How two revisions differ.
 *
 * @param from the earlier, or whichever was named first
 */
@Schema(name = "RevisionDifference", description = "How two revisions differ, field by field.")
record RevisionDifference(
    @Schema(required = true, examples = "2") int from,
    @Schema(required = true, examples = "3") int to,
    @Schema(required = true) List<Difference> changes) {

  /** A field that differs. */
  @Schema(name = "FieldDifference", description = "A field that differs.")
  record Difference(
      @Schema(required = true, examples = "/title", description = "The field (RFC 6901).")
          String pointer,
      @Schema(description = "Any JSON; absent where the field was.") @Nullable Object before,
      @Schema(description = "Any JSON; absent where the field is.") @Nullable Object after) {

    static Difference of(FieldChange change) {
      return new Difference(change.pointer(), change.before(), change.after());
    }
  }
}
