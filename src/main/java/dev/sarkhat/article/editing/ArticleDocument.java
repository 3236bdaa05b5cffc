package dev.sarkhat.article.editing;

import dev.sarkhat.access.PrincipalRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article as the newsroom sees it.
 *
 * @param publishedAt the instant from which it is public, ahead while it is scheduled
 * @param updatedAt the last change of its content, which readers are told
 * @param savedAt the last save of any kind
 */
@Schema(
    name = "NewsroomArticle",
    description = "An article as the newsroom sees it: what is written in it, and where it stands.")
public record ArticleDocument(
    @Schema(required = true, examples = "1023", description = "The news code.") long id,
    @Schema(required = true, examples = "3", description = "Counts the saves.") int revision,
    @Schema(required = true) NewsroomStatus status,
    @Schema(required = true, description = "Its path on the site.") String path,
    @Schema(required = true, description = "Its full address on the site.") String url,
    @Schema(description = "From when it is public; ahead while it is scheduled.")
        @Nullable Instant publishedAt,
    @Schema(description = "From when it is public no more.") @Nullable Instant expireAt,
    @Schema(description = "Until when nobody can make it public.") @Nullable Instant embargoUntil,
    @Nullable Instant withdrawnAt,
    @Schema(description = "What readers are told.") @Nullable String withdrawnReason,
    @Schema(description = "When an editor approved of it as it is.") @Nullable Instant approvedAt,
    @Nullable PrincipalRef approvedBy,
    @Schema(required = true) Instant createdAt,
    @Nullable PrincipalRef createdBy,
    @Schema(
            required = true,
            description = "The last change of its content, which readers are told.")
        Instant updatedAt,
    @Schema(required = true, description = "The last save of any kind.") Instant savedAt,
    @Nullable PrincipalRef savedBy,
    @Schema(required = true) ArticleContentDocument content) {}
