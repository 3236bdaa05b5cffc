package dev.sarkhat.search;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A value that articles were counted by.
 *
 * @param value what the parameter of that name takes: a slug, or a type; for months their name
 * @param title what readers call it
 * @param count how many of the articles found have it, exactly
 * @param from for months: what the parameter {@code from} takes
 * @param to for months: what the parameter {@code to} takes
 */
@Schema(name = "FacetValue", description = "A value that articles were counted by.")
record FacetValue(
    @Schema(
            required = true,
            examples = "international",
            description =
                "What the parameter of the facet's name takes: a slug or a type. A month's name, `2015-11`.")
        String value,
    @Schema(examples = "بین‌الملل", description = "What readers call it.") @Nullable String title,
    @Schema(required = true, examples = "12") long count,
    @Schema(description = "Of months: what the parameter `from` takes.") @Nullable Instant from,
    @Schema(description = "Of months: what the parameter `to` takes.") @Nullable Instant to) {}
