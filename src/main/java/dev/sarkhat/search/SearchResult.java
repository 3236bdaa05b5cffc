package dev.sarkhat.search;

import dev.sarkhat.article.ArticleSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article that was found.
 *
 * @param article the article, as in lists
 * @param highlights where the words were found
 */
@Schema(name = "SearchResult", description = "An article that was found.")
record SearchResult(
    @Schema(required = true) ArticleSummary article, @Nullable Highlights highlights) {}
