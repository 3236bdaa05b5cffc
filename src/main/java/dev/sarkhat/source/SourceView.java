package dev.sarkhat.source;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.text.TextDirection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One source, as the API shows it. */
@Schema(
    name = "Source",
    description = "An agency or outlet that articles are taken from.",
    requiredProperties = {"id", "slug", "title", "lang", "dir", "path"})
record SourceView(
    @Schema(examples = "7") @Nullable Long id,
    @Schema(examples = "ایسنا") @Nullable String slug,
    @Schema(examples = "ایسنا") @Nullable String title,
    @Schema(examples = "خبرگزاری دانشجویان ایران") @Nullable String description,
    @Schema(description = "Its own site or page.", examples = "https://www.isna.ir")
        @Nullable String url,
    @Schema(examples = "fa") @Nullable String lang,
    @Nullable TextDirection dir,
    @Schema(examples = "/sources/ایسنا") @Nullable String path,
    @Schema(examples = "128", description = "Public articles; 10000 means that many or more.")
        @Nullable Long articleCount) {

  static SourceView of(Source source, @Nullable Long articleCount, Rendering rendering) {
    long id = Objects.requireNonNull(source.id());
    rendering.shows(EntityKind.SOURCE, id);
    if (articleCount != null) {
      rendering.lists(EntityKind.SOURCE, id);
    }
    String path = "/sources/" + source.slug();
    return new SourceView(
        id,
        source.slug(),
        source.title(),
        source.description(),
        source.url(),
        source.lang(),
        TextDirection.of(source.lang()),
        path,
        articleCount);
  }
}
