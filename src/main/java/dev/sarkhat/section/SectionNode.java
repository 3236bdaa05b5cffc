package dev.sarkhat.section;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Site;
import dev.sarkhat.text.TextDirection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A section in the tree, with everything below it. */
@Schema(
    name = "SectionNode",
    description = "A section in the tree, with the sections below it in menu order.",
    requiredProperties = {"id", "slug", "title", "lang", "dir", "path", "url", "children"})
record SectionNode(
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
    @Nullable List<SectionNode> children) {

  static SectionNode of(
      Section section,
      List<SectionNode> children,
      @Nullable Long articleCount,
      Site site,
      Rendering rendering) {
    long id = Objects.requireNonNull(section.id());
    rendering.shows(EntityKind.SECTION, id);
    if (articleCount != null) {
      rendering.lists(EntityKind.SECTION, id);
    }
    return new SectionNode(
        id,
        section.slug(),
        section.title(),
        section.description(),
        section.lang(),
        TextDirection.of(section.lang()),
        section.path(),
        site.address(section.path()),
        articleCount,
        children);
  }
}
