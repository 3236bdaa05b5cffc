package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A sound, played by the client itself.
 *
 * @param sources at least one file, the best first
 * @param caption what the page says under it, if anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "AudioBlock",
    description = "A sound file.",
    requiredProperties = {"type", "sources"},
    properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "audio"))
public record AudioBlock(
    @Schema(description = "The files to choose from, the best first.") List<MediaSource> sources,
    @Schema(description = "The caption.") @Nullable RichText caption)
    implements Block {

  /** Copies the lists, so that a block never changes. */
  public AudioBlock {
    sources = List.copyOf(sources);
  }
}
