package dev.sarkhat.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Whose frames articles may show. */
@ConfigMapping(prefix = "sarkhat.embeds")
public interface Embeds {

  /** The hosts whose frames are kept when a body enters, those below them included. */
  @WithDefault(
      "aparat.com,youtube.com,youtube-nocookie.com,vimeo.com,x.com,twitter.com,instagram.com,t.me")
  Set<String> hosts();
}
