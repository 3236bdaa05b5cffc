package dev.sarkhat.article.editing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows one revision of an article to whoever has it.
 *
 * @param path where it is, from the API's root
 */
@Schema(
    name = "PreviewLink",
    description = "A link that shows one revision to whoever has it, for a time.")
record PreviewLink(
    @Schema(required = true, examples = "/v1/previews/AAAAAAAAA_8AAAADAAAAAGfA…") String path,
    @Schema(required = true, examples = "3") int revision,
    @Schema(required = true) Instant expiresAt) {

  /** What is asked for. */
  @Schema(name = "PreviewRequest", description = "What the link is to show, and for how long.")
  record Request(
      @Schema(description = "The revision; the present one where it is absent.")
          @Nullable Integer revision,
      @Schema(
              minimum = "60",
              maximum = "604800",
              description = "For how many seconds; an hour where it is absent.")
          @Nullable Integer seconds) {}
}
