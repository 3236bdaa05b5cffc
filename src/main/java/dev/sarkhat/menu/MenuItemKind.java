package dev.sarkhat.menu;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a link of a menu leads to. */
enum MenuItemKind {
  /** A section of the portal. */
  @JsonProperty("section")
  SECTION,
  /** The page of a tag. */
  @JsonProperty("tag")
  TAG,
  /** Another page of the portal. */
  @JsonProperty("path")
  PATH,
  /** Another site. */
  @JsonProperty("url")
  URL
}
