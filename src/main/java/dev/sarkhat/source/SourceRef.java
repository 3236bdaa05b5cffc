package dev.sarkhat.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A source as others point at it.
 *
 * @param slug its name in addresses
 * @param title what readers call it
 * @param url its own site
 */
@Schema(name = "SourceRef", description = "A source as others point at it.")
public record SourceRef(
    @Schema(required = true, examples = "ایسنا") String slug,
    @Schema(required = true, examples = "ایسنا") String title,
    @Schema(examples = "https://www.isna.ir") @Nullable String url) {}
