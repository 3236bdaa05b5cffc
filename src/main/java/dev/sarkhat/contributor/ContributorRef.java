package dev.sarkhat.contributor;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contributor as an article names them.
 *
 * @param slug their name in addresses
 * @param name what readers know them by
 * @param role what they did for the article
 */
@Schema(name = "ContributorRef", description = "A contributor as an article names them.")
public record ContributorRef(
    @Schema(required = true, examples = "مریم-رستگار") String slug,
    @Schema(required = true, examples = "مریم رستگار") String name,
    @Schema(required = true) ContributorRole role) {

  /**
   * The contributor with the number and these properties, in the answer that is being rendered.
   *
   * @param role what they did for the article
   */
  public static ContributorRef of(
      long id, String slug, String name, ContributorRole role, Rendering rendering) {
    rendering.shows(EntityKind.CONTRIBUTOR, id);
    return new ContributorRef(slug, name, role);
  }
}
