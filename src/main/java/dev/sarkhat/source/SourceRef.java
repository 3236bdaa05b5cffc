package dev.sarkhat.source;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
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
    @Schema(examples = "https://www.isna.ir") @Nullable String url) {

  /** The source with the number and these properties, in the answer that is being rendered. */
  public static SourceRef of(
      long id, String slug, String title, @Nullable String url, Rendering rendering) {
    rendering.shows(EntityKind.SOURCE, id);
    return new SourceRef(slug, title, url);
  }
}
