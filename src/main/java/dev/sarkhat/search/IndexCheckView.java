package dev.sarkhat.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a stretch of the index compares with the database.
 *
 * @param kind what was compared
 * @param checked how many the database has in the stretch
 * @param missing numbers of what the index lacks
 * @param outdated numbers of what it has otherwise
 * @param surplus numbers of what it has and readers may not see
 * @param repaired whether the index was repaired
 * @param nextAfter the parameter {@code after} of the next stretch; absent at the end
 */
@Schema(
    name = "SearchIndexCheck",
    description = "How a stretch of the index compares with the database.")
record IndexCheckView(
    @Schema(required = true) IndexedKind kind,
    @Schema(required = true) int checked,
    @Schema(required = true, description = "Numbers of what the index lacks.") List<Long> missing,
    @Schema(required = true, description = "Numbers of what it has otherwise.") List<Long> outdated,
    @Schema(required = true, description = "Numbers of what it has and readers may not see.")
        List<Long> surplus,
    @Schema(required = true) boolean repaired,
    @Schema(description = "The parameter `after` of the next stretch; absent at the end.")
        @Nullable Long nextAfter) {}
