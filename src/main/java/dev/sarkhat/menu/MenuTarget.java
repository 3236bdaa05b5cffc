package dev.sarkhat.menu;

/** Where a link of a menu leads. */
public sealed interface MenuTarget {

  /**
   * To a section, wherever it stands on the site.
   *
   * @param slug the section's name in addresses
   */
  record Section(String slug) implements MenuTarget {}

  /**
   * To the page of a tag.
   *
   * @param slug the tag's name in addresses
   */
  record Tag(String slug) implements MenuTarget {}

  /**
   * To a page of this site.
   *
   * @param path from the site's root, such as {@code /about}; with one slash at its beginning,
   *     since browsers take two slashes, or a backslash, for another host (URL Standard)
   */
  record Path(String path) implements MenuTarget {}

  /**
   * To another site.
   *
   * @param url an absolute {@code http} or {@code https} address; letters outside ASCII may stand
   *     as they are (RFC 3987)
   */
  record Url(String url) implements MenuTarget {}
}
