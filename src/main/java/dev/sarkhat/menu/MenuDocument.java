package dev.sarkhat.menu;

import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One menu, as the newsroom works on it. */
@Schema(name = "MenuDocument", description = "One menu, as the newsroom works on it.")
record MenuDocument(
    @Schema(required = true, examples = "1") long id,
    @Schema(required = true, examples = "4") int revision,
    @Schema(required = true) MenuDocument.Content content) {

  /**
   * What the newsroom says of a menu; {@link MenuContentReader} reads it.
   *
   * @param items its links, in order
   */
  @Schema(
      name = "MenuContent",
      description = "What the newsroom says of a menu.",
      requiredProperties = {"slug", "title"})
  record Content(
      @Schema(
              examples = "latest-news",
              description = "Its name in addresses, unique among menus; it stays.",
              maxLength = 80)
          String slug,
      @Schema(examples = "تازه‌ترین خبرها", description = "Its heading.", maxLength = 200)
          String title,
      @Schema(examples = "fa", description = "A BCP 47 tag; `fa` where it is left out.")
          String lang,
      @Schema(
              examples = "0",
              minimum = "0",
              maximum = "1000000",
              description = "Its place among the menus, ascending; 0 where it is left out.")
          int position,
      @Schema(description = "Its links, in order, up to ten levels of them.") List<Link> items) {}

  /** One link. */
  @Schema(
      name = "MenuContentItem",
      description = "One link, to exactly one of section, tag, path and url.",
      requiredProperties = {"label"})
  record Link(
      @Schema(examples = "بین‌الملل", description = "The words of the link.", maxLength = 200)
          String label,
      @Schema(examples = "international", description = "The slug of a section.")
          @Nullable String section,
      @Schema(examples = "سوریه", description = "The slug of a tag.") @Nullable String tag,
      @Schema(examples = "/about", description = "A path of this site.") @Nullable String path,
      @Schema(examples = "https://example.org/", description = "An http or https address.")
          @Nullable String url,
      @Schema(description = "The links below it, in order.") List<Link> items) {}

  /**
   * The menu.
   *
   * @param rows its links at least, siblings in their order
   */
  static MenuDocument of(Menu menu, List<MenuItem> rows) {
    List<MenuItem> own =
        rows.stream().filter(row -> Objects.equals(row.menu().id(), menu.id())).toList();
    return new MenuDocument(
        Objects.requireNonNull(menu.id()),
        menu.revision(),
        new Content(menu.slug(), menu.title(), menu.lang(), menu.position(), links(null, own)));
  }

  private static List<Link> links(@Nullable Long parent, List<MenuItem> rows) {
    return rows.stream()
        .filter(row -> Objects.equals(row.parent() == null ? null : row.parent().id(), parent))
        .map(row -> link(row, links(row.id(), rows)))
        .toList();
  }

  private static Link link(MenuItem row, List<Link> items) {
    Section section = row.section();
    Tag tag = row.tag();
    return new Link(
        row.label(),
        section == null ? null : section.slug(),
        tag == null ? null : tag.slug(),
        row.path(),
        row.url(),
        items);
  }
}
