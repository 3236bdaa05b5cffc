package dev.sarkhat.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a withdrawn article, so that a client can remove its copy and say why.
 *
 * @param id the article's number
 * @param withdrawnAt when it was withdrawn
 * @param reason what the newsroom says of it, where it says something
 */
@Schema(name = "Tombstone", description = "What remains of a withdrawn article.")
public record Tombstone(
    @Schema(required = true, examples = "1023") long id,
    @Schema(required = true) Instant withdrawnAt,
    @Schema(
            examples =
                "\u062e\u0628\u0631 \u0646\u0627\u062f\u0631\u0633\u062a \u0628\u0648\u062f.")
        @Nullable String reason) {}
