package dev.sarkhat.contributor;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.text.TextDirection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One contributor, as the API shows it. */
@Schema(
    name = "Contributor",
    description = "A reporter, editor, translator, photographer or columnist.",
    requiredProperties = {"id", "slug", "name", "role", "lang", "dir", "path"})
record ContributorView(
    @Schema(examples = "7") @Nullable Long id,
    @Schema(examples = "مریم-رستگار") @Nullable String slug,
    @Schema(examples = "مریم رستگار") @Nullable String name,
    @Nullable ContributorRole role,
    @Schema(examples = "خبرنگار حوزه انرژی") @Nullable String description,
    @Schema(description = "Its own site or page.", examples = "https://www.isna.ir")
        @Nullable String url,
    @Schema(examples = "fa") @Nullable String lang,
    @Nullable TextDirection dir,
    @Schema(examples = "/contributors/مریم-رستگار") @Nullable String path,
    @Schema(examples = "128", description = "Public articles; 10000 means that many or more.")
        @Nullable Long articleCount) {

  static ContributorView of(
      Contributor contributor, @Nullable Long articleCount, Rendering rendering) {
    long id = Objects.requireNonNull(contributor.id());
    rendering.shows(EntityKind.CONTRIBUTOR, id);
    if (articleCount != null) {
      rendering.lists(EntityKind.CONTRIBUTOR, id);
    }
    String path = "/contributors/" + contributor.slug();
    return new ContributorView(
        id,
        contributor.slug(),
        contributor.name(),
        contributor.role(),
        contributor.description(),
        contributor.url(),
        contributor.lang(),
        TextDirection.of(contributor.lang()),
        path,
        articleCount);
  }
}
