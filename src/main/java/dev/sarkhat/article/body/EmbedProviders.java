package dev.sarkhat.article.body;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sites whose frames may be shown, and what clients call them. */
final class EmbedProviders {

  private static final Map<String, String> NAMES =
      Map.of(
          "youtube.com", "youtube",
          "youtube-nocookie.com", "youtube",
          "aparat.com", "aparat",
          "vimeo.com", "vimeo",
          "twitter.com", "x",
          "x.com", "x",
          "instagram.com", "instagram",
          "facebook.com", "facebook",
          "t.me", "telegram",
          "soundcloud.com", "soundcloud");

  private final Set<String> allowedHosts;
  private final boolean all;

  private EmbedProviders(Set<String> allowedHosts, boolean all) {
    this.allowedHosts = allowedHosts;
    this.all = all;
  }

  static EmbedProviders of(Set<String> hosts) {
    Set<String> lower = new HashSet<>();
    for (String host : hosts) {
      lower.add(host.toLowerCase(Locale.ROOT));
    }
    return new EmbedProviders(lower, false);
  }

  /** For HTML that is clean already: what it embeds was allowed when it entered. */
  static EmbedProviders any() {
    return new EmbedProviders(Set.of(), true);
  }

  /** Whether the host, or one that it lies under, is allowed. */
  boolean allows(String host) {
    if (all) {
      return true;
    }
    for (String name = host; ; name = name.substring(name.indexOf('.') + 1)) {
      if (allowedHosts.contains(name)) {
        return true;
      }
      if (name.indexOf('.') < 0) {
        return false;
      }
    }
  }

  /** The site's short name, or its host without {@code www.} where it has none. */
  static String nameOf(String host) {
    for (String name = host; name.indexOf('.') >= 0; name = name.substring(name.indexOf('.') + 1)) {
      String known = NAMES.get(name);
      if (known != null) {
        return known;
      }
    }
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
