package dev.sarkhat.menu;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.section.Section;
import dev.sarkhat.section.SectionRef;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRef;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One link of a menu, with everything below it. */
@Schema(name = "MenuItem", description = "A link of a menu, with the links below it, in order.")
record MenuItemView(
    @Schema(required = true, examples = "بین‌الملل") String label,
    @Schema(
            required = true,
            examples = "/international",
            description =
                "Where it leads: a path on the portal site, or a full address where `kind` is `url`.")
        String href,
    @Schema(required = true, description = "What it leads to.") MenuItemKind kind,
    @Schema(description = "The section, where `kind` is `section`.") @Nullable SectionRef section,
    @Schema(description = "The tag, where `kind` is `tag`.") @Nullable TagRef tag,
    @Schema(required = true, description = "The links below it, in order.")
        List<MenuItemView> items) {

  static MenuItemView of(MenuItem item, List<MenuItemView> items, Rendering rendering) {
    Section section = item.section();
    Tag tag = item.tag();
    if (section != null) {
      SectionRef ref = SectionRef.of(section, rendering);
      return new MenuItemView(item.label(), ref.path(), MenuItemKind.SECTION, ref, null, items);
    }
    if (tag != null) {
      TagRef ref = TagRef.of(tag, rendering);
      String path = "/tags/" + tag.slug();
      return new MenuItemView(item.label(), path, MenuItemKind.TAG, null, ref, items);
    }
    return item.path() != null
        ? new MenuItemView(item.label(), item.path(), MenuItemKind.PATH, null, null, items)
        : new MenuItemView(
            item.label(), Objects.requireNonNull(item.url()), MenuItemKind.URL, null, null, items);
  }
}
