package dev.sarkhat.section;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Site;
import dev.sarkhat.text.TextDirection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One section with its place in the tree. */
@Schema(
    name = "Section",
    description = "One section with its place in the tree.",
    requiredProperties = {
      "id",
      "slug",
      "title",
      "lang",
      "dir",
      "path",
      "url",
      "ancestors",
      "children"
    })
record SectionView(
    @Schema(examples = "3") @Nullable Long id,
    @Schema(examples = "international") @Nullable String slug,
    @Schema(examples = "بین‌الملل") @Nullable String title,
    @Schema(examples = "خبرهای ایران و جهان") @Nullable String description,
    @Schema(examples = "fa") @Nullable String lang,
    @Nullable TextDirection dir,
    @Schema(examples = "/international") @Nullable String path,
    @Schema(examples = "https://www.example.org/international") @Nullable String url,
    @Schema(
            examples = "128",
            description = "Public articles in the subtree; 10000 means that many or more.")
        @Nullable Long articleCount,
    @Schema(description = "The section above; absent at the root.") @Nullable SectionRef parent,
    @Schema(description = "The way from the root down to the parent.")
        @Nullable List<SectionRef> ancestors,
    @Schema(description = "The sections directly below, in menu order.")
        @Nullable List<SectionRef> children) {

  static SectionView of(
      Section section,
      List<Section> ancestors,
      List<Section> children,
      @Nullable Long articleCount,
      Site site,
      Rendering rendering) {
    long id = Objects.requireNonNull(section.id());
    rendering.shows(EntityKind.SECTION, id);
    if (articleCount != null) {
      rendering.lists(EntityKind.SECTION, id);
    }
    return new SectionView(
        id,
        section.slug(),
        section.title(),
        section.description(),
        section.lang(),
        TextDirection.of(section.lang()),
        section.path(),
        site.address(section.path()),
        articleCount,
        section.parent() == null ? null : SectionRef.of(section.parent(), rendering),
        ancestors.stream().map(each -> SectionRef.of(each, rendering)).toList(),
        children.stream().map(each -> SectionRef.of(each, rendering)).toList());
  }
}
