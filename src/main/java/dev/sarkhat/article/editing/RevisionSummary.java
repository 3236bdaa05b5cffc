package dev.sarkhat.article.editing;

import dev.sarkhat.access.PrincipalRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A save in the history of an article. */
@Schema(name = "RevisionSummary", description = "A save: who, when, what was done, and why.")
record RevisionSummary(
    @Schema(required = true, examples = "3") int revision,
    @Schema(required = true) Instant savedAt,
    @Schema(description = "Absent for imports from the command line.")
        @Nullable PrincipalRef savedBy,
    @Schema(
            examples = "replaceArticle",
            description = "The operationId of what was done; `import` for a line of an import.")
        @Nullable String operation,
    @Schema(description = "Why, in the words of whoever saved it.") @Nullable String note,
    @Schema(description = "The revision whose words these are again.")
        @Nullable Integer restoredFrom) {}
