package dev.sarkhat.section;

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

  /** The section as others point at it. */
  public static SectionRef of(Section section) {
    return new SectionRef(
        Objects.requireNonNull(section.id()), section.slug(), section.title(), section.path());
  }
}
