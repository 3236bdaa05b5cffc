package dev.sarkhat.article.editing;

import dev.sarkhat.access.PrincipalRef;
import dev.sarkhat.article.ArticleType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article in the newsroom's list. */
@Schema(name = "NewsroomArticleSummary", description = "An article in the newsroom's list.")
record NewsroomArticleSummary(
    @Schema(required = true, examples = "1023") long id,
    @Schema(required = true, examples = "3") int revision,
    @Schema(required = true) NewsroomStatus status,
    @Schema(required = true) ArticleType type,
    @Schema(required = true) String lang,
    @Schema(required = true) String title,
    @Schema(required = true, examples = "international", description = "The section's slug.")
        String section,
    @Nullable Instant publishedAt,
    @Nullable Instant expireAt,
    @Nullable Instant embargoUntil,
    @Nullable Instant approvedAt,
    @Schema(required = true) Instant createdAt,
    @Nullable PrincipalRef createdBy,
    @Schema(required = true) Instant savedAt,
    @Nullable PrincipalRef savedBy) {}
