package dev.sarkhat.section;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A section as others point at it.
 *
 * @param id its number
 * @param slug its name in addresses
 * @param title what readers call it
 * @param path where it stands on the site
 */
@Schema(name = "SectionRef", description = "A section as others point at it.")
public record SectionRef(
    @Schema(required = true, examples = "3") long id,
    @Schema(required = true, examples = "international") String slug,
    @Schema(required = true, examples = "بین‌الملل") String title,
    @Schema(required = true, examples = "/international") String path) {

  /** The section as others point at it, in the answer that is being rendered. */
  public static SectionRef of(Section section, Rendering rendering) {
    return of(
        Objects.requireNonNull(section.id()),
        section.slug(),
        section.title(),
        section.path(),
        rendering);
  }

  /** The section with the number and these properties, in the answer that is being rendered. */
  public static SectionRef of(
      long id, String slug, String title, String path, Rendering rendering) {
    rendering.shows(EntityKind.SECTION, id);
    return new SectionRef(id, slug, title, path);
  }
}
