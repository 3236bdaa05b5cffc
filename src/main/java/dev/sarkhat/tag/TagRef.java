package dev.sarkhat.tag;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import java.util.Objects;
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
    @Schema(required = true) TagType type) {

  /** The tag as others point at it, in the answer that is being rendered. */
  public static TagRef of(Tag tag, Rendering rendering) {
    return of(Objects.requireNonNull(tag.id()), tag.slug(), tag.title(), tag.type(), rendering);
  }

  /** The tag with the number and these properties, in the answer that is being rendered. */
  public static TagRef of(long id, String slug, String title, TagType type, Rendering rendering) {
    rendering.shows(EntityKind.TAG, id);
    return new TagRef(slug, title, type);
  }
}
