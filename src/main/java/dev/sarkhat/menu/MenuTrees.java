package dev.sarkhat.menu;

import dev.sarkhat.cache.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The trees of some menus, put together from one read of their links. */
final class MenuTrees {

  private final Rendering rendering;
  private final Map<Long, List<MenuItem>> byMenu = new HashMap<>();
  private final Map<Long, List<MenuItem>> byParent = new HashMap<>();

  /**
   * Puts the trees together.
   *
   * @param items all links of the menus, siblings in their order
   */
  MenuTrees(List<MenuItem> items, Rendering rendering) {
    this.rendering = rendering;
    for (MenuItem item : items) {
      MenuItem parent = item.parent();
      List<MenuItem> siblings =
          parent == null
              ? byMenu.computeIfAbsent(
                  Objects.requireNonNull(item.menu().id()), key -> new ArrayList<>())
              : byParent.computeIfAbsent(
                  Objects.requireNonNull(parent.id()), key -> new ArrayList<>());
      siblings.add(item);
    }
  }

  /** The JSON of a menu's links; none if its links were not read. */
  List<MenuItemView> of(Menu menu) {
    return views(byMenu.getOrDefault(Objects.requireNonNull(menu.id()), List.of()));
  }

  private List<MenuItemView> views(List<MenuItem> siblings) {
    return siblings.stream()
        .map(
            item -> {
              long id = Objects.requireNonNull(item.id());
              return MenuItemView.of(item, views(byParent.getOrDefault(id, List.of())), rendering);
            })
        .toList();
  }
}
