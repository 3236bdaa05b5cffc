package dev.sarkhat.article.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.article.Image;
import dev.sarkhat.article.PullQuote;
import dev.sarkhat.article.Seo;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes in an article: what is read is what can be sent.
 *
 * @param bodyFormat only sent, never told: what is kept is clean HTML
 * @param related the numbers of the editor's choice
 */
@Schema(
    name = "ArticleContent",
    description =
        "What is written in an article. What `content` holds when an article is read is what a"
            + " change sends. Text is normalised and HTML sanitised when it enters.",
    requiredProperties = {"title", "section"})
record ArticleContentDocument(
    @Schema(description = "`news` where it is not told.") @Nullable ArticleType type,
    @Schema(examples = "fa", description = "A BCP 47 language tag; `fa` where it is not told.")
        @Nullable String lang,
    @Schema(maxLength = 500, description = "The line above the title.") @Nullable String kicker,
    @Schema(maxLength = 500, examples = "اولاند: به سوریه نیروی نظامی نمی‌فرستیم") String title,
    @Schema(maxLength = 500, description = "The line below the title.") @Nullable String subtitle,
    @Schema(maxLength = 5000, description = "The opening that tells the whole.")
        @Nullable String lead,
    @Schema(maxLength = 1000000, examples = "<p>به گزارش ایسنا …</p>") @Nullable String body,
    @Schema(
            writeOnly = true,
            enumeration = {"auto", "html", "text"},
            description = "What `body` is; found out where it is not told.")
        @Nullable String bodyFormat,
    @Schema(maxItems = 50, description = "Sentences to show large.")
        @Nullable List<PullQuote> pullQuotes,
    @Schema(
            description =
                "The name in addresses; made of the title where it is not told, and kept from then on.")
        @Nullable String slug,
    @Schema(examples = "international", description = "The section's slug.") String section,
    @Schema(maxItems = 100, examples = "[\"پاریس\"]", description = "The tags' slugs, in order.")
        @Nullable List<String> tags,
    @Schema(examples = "isna", description = "The source's slug.") @Nullable String source,
    @Schema(description = "Where the source published it.") @Nullable String sourceUrl,
    @Schema(examples = "sputnik", description = "The slug of the source's source.")
        @Nullable String originalSource,
    @Schema(description = "Where the source's source published it.")
        @Nullable String originalSourceUrl,
    @Schema(maxItems = 50) @Nullable List<Credit> contributors,
    @Schema(maxItems = 50, description = "The numbers of related articles, in order.")
        @Nullable List<Long> related,
    @Schema(description = "Its number at its sender, unique within the source.")
        @Nullable String externalId,
    @Nullable Image image,
    @Nullable Seo seo,
    @JsonInclude(content = JsonInclude.Include.ALWAYS)
        @Schema(description = "Whatever else the newsroom keeps with it.")
        @Nullable Map<String, Object> attributes) {

  /**
   * Somebody whose work the article is.
   *
   * @param slug the contributor
   * @param role what they did
   */
  @Schema(name = "Credit", description = "Somebody whose work the article is, and what they did.")
  record Credit(
      @Schema(required = true, examples = "mahtab-nikpour") String slug,
      @Schema(required = true) ContributorRole role) {}

  static ArticleContentDocument of(Written written) {
    ArticleContent content = written.content();
    return new ArticleContentDocument(
        content.type(),
        content.lang(),
        content.kicker(),
        content.title(),
        content.subtitle(),
        content.lead(),
        content.body(),
        null,
        content.pullQuotes(),
        content.slug(),
        content.section().slug(),
        written.tags().stream().map(Tag::slug).toList(),
        slug(content.source()),
        content.sourceUrl(),
        slug(content.originalSource()),
        content.originalSourceUrl(),
        credits(written.credits()),
        written.related(),
        content.externalId(),
        content.image(),
        content.seo(),
        content.attributes());
  }

  private static @Nullable String slug(@Nullable Source source) {
    return source == null ? null : source.slug();
  }

  private static List<Credit> credits(Map<Contributor, ContributorRole> credits) {
    return credits.entrySet().stream()
        .map(each -> new Credit(each.getKey().slug(), each.getValue()))
        .toList();
  }
}
