package dev.sarkhat.menu;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.text.TextDirection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One menu with its tree of links. */
@Schema(
    name = "Menu",
    description = "Navigation: a tree of links.",
    requiredProperties = {"id", "slug", "title", "lang", "dir", "items"})
record MenuView(
    @Schema(examples = "1") @Nullable Long id,
    @Schema(examples = "latest-news") @Nullable String slug,
    @Schema(examples = "تازه‌ترین خبرها", description = "Its heading.") @Nullable String title,
    @Schema(examples = "fa", description = "The language of its title and labels.")
        @Nullable String lang,
    @Nullable TextDirection dir,
    @Schema(description = "The links of its first level, in order.")
        @Nullable List<MenuItemView> items) {

  static MenuView of(Menu menu, List<MenuItemView> items, Rendering rendering) {
    long id = Objects.requireNonNull(menu.id());
    rendering.shows(EntityKind.MENU, id);
    return new MenuView(
        id, menu.slug(), menu.title(), menu.lang(), TextDirection.of(menu.lang()), items);
  }
}
