package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * An image.
 *
 * @param url absolute {@code http(s)} address or path from the site's root
 * @param alt what the image shows, for those who do not see it
 * @param title advisory title
 * @param caption what the page says under it, if anything
 * @param width width in CSS pixels, if the markup said
 * @param height height in CSS pixels, if the markup said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "ImageBlock",
    description = "An image with its caption.",
    requiredProperties = {"type", "url"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "image"))
public record ImageBlock(
    @Schema(
            description = "The address, absolute or a path from the site's root.",
            examples = "https://media.example.ir/2015/11/hollande.jpg")
        String url,
    @Schema(description = "What the image shows.", examples = "فرانسوا اولاند در کنفرانس خبری")
        @Nullable String alt,
    @Schema(description = "An advisory title.") @Nullable String title,
    @Schema(description = "The caption.") @Nullable RichText caption,
    @Schema(description = "The width in CSS pixels.", examples = "1200") @Nullable Integer width,
    @Schema(description = "The height in CSS pixels.", examples = "800") @Nullable Integer height)
    implements Block {}
