package dev.sarkhat.menu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link on its way into the database.
 *
 * @param row its row, which leads nowhere yet
 * @param target where the row is to lead
 * @param pointer where its author wrote it: a JSON pointer (RFC 6901) from the menu
 */
record MenuLink(MenuItem row, MenuTarget target, String pointer) {

  /**
   * All links of a menu, each after the one it stands under.
   *
   * @throws MenuContentException if a link stands too deep
   */
  static List<MenuLink> of(Menu menu, MenuContent content) {
    List<MenuLink> links = new ArrayList<>();
    add(menu, null, content.items(), "", 1, links);
    return links;
  }

  private static void add(
      Menu menu,
      @Nullable MenuItem parent,
      List<MenuContent.Item> items,
      String above,
      int depth,
      List<MenuLink> links) {
    if (depth > MenuContent.MAXIMUM_DEPTH && !items.isEmpty()) {
      throw new MenuContentException(
          above + "/items", "A menu has up to " + MenuContent.MAXIMUM_DEPTH + " levels of links.");
    }
    int position = 0;
    for (MenuContent.Item item : items) {
      String pointer = above + "/items/" + position;
      MenuItem row = new MenuItem(menu, parent, position, item.label());
      links.add(new MenuLink(row, item.target(), pointer));
      add(menu, row, item.items(), pointer, depth + 1, links);
      position++;
    }
  }
}
