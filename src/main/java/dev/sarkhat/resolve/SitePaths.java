package dev.sarkhat.resolve;

import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.Site;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the article's number in a path, by the configured form of article paths. */
final class SitePaths {

  private final Pattern article;

  SitePaths(Site site) {
    String quoted = Pattern.quote(site.articlePath());
    this.article =
        Pattern.compile(
            quoted.replace("{id}", "\\E(?<id>[0-9]{1,18})\\Q").replace("{slug}", "\\E[^/]*\\Q"));
  }

  /** The number in the path, whatever slug stands beside it. */
  OptionalLong articleId(String path) {
    Matcher matcher = article.matcher(path);
    if (matcher.matches()) {
      Long id = Parameters.id(matcher.group("id"));
      return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
    return OptionalLong.empty();
  }
}
