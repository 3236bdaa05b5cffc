package dev.sarkhat.article;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the page of one article shows of it, beyond what lists show.
 *
 * @param body clean HTML
 */
public record ArticleDetails(
    @Nullable String body,
    @Nullable List<PullQuote> pullQuotes,
    @Nullable Seo seo,
    @Nullable Map<String, Object> attributes) {

  /** Nothing was asked for. */
  static final ArticleDetails NONE = new ArticleDetails(null, null, null, null);

  static final String QUERY =
      """
      select new dev.sarkhat.article.ArticleDetails(a.body, a.pullQuotes, a.seo, a.attributes)
      from Article a where a.id = :id
      """;
}
