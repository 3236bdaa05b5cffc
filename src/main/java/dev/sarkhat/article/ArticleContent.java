package dev.sarkhat.article;

import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an editor can write in an article, already normalised and sanitised.
 *
 * @param lang a BCP 47 tag
 * @param body clean HTML as {@code article.body} makes it, or null where there is none
 * @param slug the article's name in addresses
 * @param sourceUrl where the source published it
 * @param originalSource the source's source
 * @param externalId the article's number at its sender, unique within the source
 * @param attributes whatever else the newsroom keeps with it, as JSON
 */
public record ArticleContent(
    ArticleType type,
    String lang,
    @Nullable String kicker,
    String title,
    @Nullable String subtitle,
    @Nullable String lead,
    @Nullable String body,
    List<PullQuote> pullQuotes,
    String slug,
    Section section,
    @Nullable Source source,
    @Nullable String sourceUrl,
    @Nullable Source originalSource,
    @Nullable String originalSourceUrl,
    @Nullable String externalId,
    @Nullable Image image,
    @Nullable Seo seo,
    Map<String, Object> attributes) {

  /** Copies the quotes and the attributes. */
  public ArticleContent {
    pullQuotes = List.copyOf(pullQuotes);
    // Unlike Map.copyOf, this keeps the order and JSON's null.
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
