package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A heading within the article, whose own title is level 1.
 *
 * @param level 2 to 6
 * @param text the text with its marks
 * @param lang BCP 47 tag of the block where its markup gave one
 * @param dir base direction, {@code ltr}, {@code rtl} or {@code auto}, where its markup gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "HeadingBlock",
    description = "A heading within the article.",
    requiredProperties = {"type", "level", "text"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "heading"))
public record HeadingBlock(
    @Schema(
            description = "The level; the article's title is 1.",
            minimum = "2",
            maximum = "6",
            examples = "2")
        int level,
    @Schema(description = "The text.") RichText text,
    @Schema(
            description = "The language, BCP 47, where it differs from the article's.",
            examples = "en")
        @Nullable String lang,
    @Schema(
            description = "The base direction, where it differs from the article's.",
            enumeration = {"ltr", "rtl", "auto"},
            examples = "ltr")
        @Nullable String dir)
    implements Block {}
