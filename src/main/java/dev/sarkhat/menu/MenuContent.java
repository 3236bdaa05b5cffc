package dev.sarkhat.menu;

import java.util.List;

/**
 * All that a menu says, as its author gives it. Texts are stored as they stand here: normalise them
 * before ({@link dev.sarkhat.text.TextNormalizer#line}).
 *
 * @param slug its name in addresses, unique among menus; see {@link dev.sarkhat.text.Slug}
 * @param title its heading
 * @param lang the language of its title and labels, as a BCP 47 tag
 * @param position its place among the menus, ascending; those that share one stand in the order
 *     they were created
 * @param items its links, in order
 */
public record MenuContent(
    String slug, String title, String lang, int position, List<MenuContent.Item> items) {

  /** How many levels of links a menu may have. */
  public static final int MAXIMUM_DEPTH = 10;

  /** Takes a copy of the links. */
  public MenuContent {
    items = List.copyOf(items);
  }

  /**
   * One link, with the links below it.
   *
   * @param label the words of the link
   * @param target where it leads
   * @param items the links below it, in order
   */
  public record Item(String label, MenuTarget target, List<Item> items) {

    /** Takes a copy of the links below it. */
    public Item {
      items = List.copyOf(items);
    }
  }
}
