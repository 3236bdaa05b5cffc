package dev.sarkhat.tag;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Site;
import dev.sarkhat.text.TextDirection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One tag, as the API shows it. */
@Schema(
    name = "Tag",
    description = "A subject that articles are about.",
    requiredProperties = {"id", "slug", "title", "type", "lang", "dir", "path", "url"})
record TagView(
    @Schema(examples = "7") @Nullable Long id,
    @Schema(examples = "فرانسوا-اولاند") @Nullable String slug,
    @Schema(examples = "فرانسوا اولاند") @Nullable String title,
    @Nullable TagType type,
    @Schema(examples = "فیلسوف و سیاستمدار") @Nullable String description,
    @Schema(examples = "fa") @Nullable String lang,
    @Nullable TextDirection dir,
    @Schema(examples = "/tags/فرانسوا-اولاند") @Nullable String path,
    @Schema(
            description = "Its page on the portal site.",
            examples = "https://www.example.org/tags/فرانسوا-اولاند")
        @Nullable String url,
    @Schema(examples = "128", description = "Public articles; 10000 means that many or more.")
        @Nullable Long articleCount) {

  static TagView of(Tag tag, @Nullable Long articleCount, Site site, Rendering rendering) {
    long id = Objects.requireNonNull(tag.id());
    rendering.shows(EntityKind.TAG, id);
    if (articleCount != null) {
      rendering.lists(EntityKind.TAG, id);
    }
    String path = "/tags/" + tag.slug();
    return new TagView(
        id,
        tag.slug(),
        tag.title(),
        tag.type(),
        tag.description(),
        tag.lang(),
        TextDirection.of(tag.lang()),
        path,
        site.address(path),
        articleCount);
  }
}
