package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * Preformatted text, whose spaces and line ends are kept.
 *
 * @param code the text, lines ended by {@code \n}
 * @param lang BCP 47 tag of the block where its markup gave one
 * @param dir base direction, {@code ltr}, {@code rtl} or {@code auto}, where its markup gave one
 */
// Not named text, which is rich text in its siblings: some generators merge them into one type.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "CodeBlock",
    description = "Preformatted text.",
    requiredProperties = {"type", "code"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "code"))
public record CodeBlock(
    @Schema(description = "The text, its spaces and line ends kept.") String code,
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
