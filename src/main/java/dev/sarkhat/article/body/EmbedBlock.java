package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A frame of another site, of the allowed hosts only.
 *
 * @param provider short name of the site, such as {@code youtube}, {@code aparat}, {@code x}, or
 *     its host
 * @param url {@code https} address of the frame
 * @param title what the frame shows
 * @param caption what the page says under it, if anything
 * @param width width in CSS pixels, if the markup said
 * @param height height in CSS pixels, if the markup said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "EmbedBlock",
    description = "A player or post of another site, to be shown in a frame.",
    requiredProperties = {"type", "provider", "url"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "embed"))
public record EmbedBlock(
    @Schema(description = "The site's short name, or its host.", examples = "aparat")
        String provider,
    @Schema(
            description = "The https address of the frame.",
            examples = "https://www.aparat.com/video/video/embed/videohash/abc12")
        String url,
    @Schema(description = "What the frame shows.", examples = "نشست خبری") @Nullable String title,
    @Schema(description = "The caption.") @Nullable RichText caption,
    @Schema(description = "The width in CSS pixels.", examples = "1200") @Nullable Integer width,
    @Schema(description = "The height in CSS pixels.", examples = "800") @Nullable Integer height)
    implements Block {}
