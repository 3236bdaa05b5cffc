package dev.sarkhat.tag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tag as others point at it.
 *
 * @param slug its name in addresses
 * @param title what readers call it
 * @param type what it names
 */
@Schema(name = "TagRef", description = "A tag as others point at it.")
public record TagRef(
    @Schema(required = true, examples = "فرانسوا-اولاند") String slug,
    @Schema(required = true, examples = "فرانسوا اولاند") String title,
    @Schema(required = true) TagType type) {}
