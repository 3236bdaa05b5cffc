package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A video, played by the client itself.
 *
 * @param sources at least one file, the best first
 * @param poster image to show before it plays
 * @param caption what the page says under it, if anything
 * @param width width in CSS pixels, if the markup said
 * @param height height in CSS pixels, if the markup said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "VideoBlock",
    description = "A video file.",
    requiredProperties = {"type", "sources"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "video"))
public record VideoBlock(
    @Schema(description = "The files to choose from, the best first.") List<MediaSource> sources,
    @Schema(
            description = "The address of an image to show before it plays.",
            examples = "https://media.example.ir/2015/11/poster.jpg")
        @Nullable String poster,
    @Schema(description = "The caption.") @Nullable RichText caption,
    @Schema(description = "The width in CSS pixels.", examples = "1200") @Nullable Integer width,
    @Schema(description = "The height in CSS pixels.", examples = "800") @Nullable Integer height)
    implements Block {

  /** Copies the lists, so that a block never changes. */
  public VideoBlock {
    sources = List.copyOf(sources);
  }
}
