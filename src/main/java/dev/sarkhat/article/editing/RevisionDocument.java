package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.access.PrincipalRef;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A revision with all that it says.
 *
 * @param content what was written, as it was; absent where only what an import received was kept,
 *     before all was
 * @param received what was sent, before normalising and sanitising
 */
@Schema(name = "Revision", description = "A save, with all that the article said after it.")
record RevisionDocument(
    @Schema(required = true, examples = "3") int revision,
    @Schema(required = true) Instant savedAt,
    @Nullable PrincipalRef savedBy,
    @Schema(examples = "replaceArticle") @Nullable String operation,
    @Nullable String note,
    @Nullable Integer restoredFrom,
    @Schema(description = "Where it stood, by the stored status.") @Nullable String status,
    @Nullable Instant publishedAt,
    @Nullable Instant expireAt,
    @Schema(implementation = ArticleContentDocument.class) @Nullable JsonNode content,
    @Schema(description = "What was sent, before it was normalised and sanitised.")
        @Nullable Map<String, Object> received) {}
