package dev.sarkhat.change;

import java.util.List;

/**
 * The names of what an answer depends on and what a change touches. An answer that bears none of a
 * change's tags is the same after it. The triggers of the change log write the same names.
 *
 * <p>They are short, printable ASCII without space and comma, for they go into {@code
 * Surrogate-Key} and {@code Cache-Tag} fields as they are.
 *
 * <ul>
 *   <li>{@code a5}, {@code s5}, {@code t5}, {@code o5}, {@code c5}, {@code m5}: the article,
 *       section, tag, source (origin), contributor or menu with the number 5. No answer bears
 *       {@code p5}, the principal.
 *   <li>{@code articles}, {@code sections}, …: any entity of the kind; for articles, any that
 *       readers can or could see. A change that bears {@code t5} bears {@code tags}, too.
 *   <li>{@code l}: which articles the list of all articles holds, or their order. {@code l:s5},
 *       {@code l:t5}, {@code l:o5}, {@code l:c5}: the same for the list of a section with its
 *       subtree, a tag, a source, a contributor. A change that bears one of them bears {@code
 *       articles}, too.
 *   <li>{@code redirects}: any redirect.
 * </ul>
 */
public final class ChangeTags {

  /** Any redirect. */
  public static final String REDIRECTS = "redirects";

  /** Which articles the list of all articles holds, or their order. */
  public static final String LIST = "l";

  private static final List<EntityKind> KINDS = List.of(EntityKind.values());

  private ChangeTags() {}

  /** One entity. */
  public static String of(EntityKind kind, long id) {
    return kind.letter() + id;
  }

  /** All entities of a kind. */
  public static String all(EntityKind kind) {
    return kind.plural();
  }

  /** Which articles the list of one section, tag, source or contributor holds, or their order. */
  public static String listOf(EntityKind kind, long id) {
    return LIST + ":" + of(kind, id);
  }

  /**
   * The tag that every change bears which bears this one: that of all entities of the kind. For a
   * tag that stands for more than one entity already, itself.
   */
  public static String wider(String tag) {
    char last = tag.charAt(tag.length() - 1);
    if (last < '0' || last > '9') {
      return tag;
    }
    if (tag.startsWith(LIST + ":")) {
      return all(EntityKind.ARTICLE);
    }
    for (EntityKind kind : KINDS) {
      if (tag.startsWith(kind.letter())) {
        return all(kind);
      }
    }
    throw new IllegalArgumentException(tag + " is no tag of a change");
  }
}
