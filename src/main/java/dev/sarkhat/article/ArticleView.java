package dev.sarkhat.article;

import dev.sarkhat.article.body.Block;
import dev.sarkhat.article.body.BodyHtml;
import dev.sarkhat.article.body.BodyText;
import dev.sarkhat.contributor.ContributorRef;
import dev.sarkhat.http.Fields;
import dev.sarkhat.section.SectionRef;
import dev.sarkhat.source.SourceRef;
import dev.sarkhat.tag.TagRef;
import dev.sarkhat.text.TextDirection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One article, whole. */
@Schema(
    name = "Article",
    description = "One article, whole.",
    requiredProperties = {
      "id",
      "type",
      "title",
      "slug",
      "path",
      "url",
      "lang",
      "dir",
      "section",
      "tags",
      "contributors",
      "publishedAt",
      "updatedAt",
      "readingMinutes",
      "revision",
      "pullQuotes",
      "attributes"
    })
public record ArticleView(
    @Schema(examples = "1023", description = "The news code.") @Nullable Long id,
    @Nullable ArticleType type,
    @Schema(description = "The line above the title.") @Nullable String kicker,
    @Schema(examples = "اولاند: به سوریه نیروی نظامی نمیفرستیم") @Nullable String title,
    @Schema(description = "The line below the title.") @Nullable String subtitle,
    @Schema(description = "The opening that tells the whole.") @Nullable String lead,
    @Schema(description = "The lead, cut at a word boundary with `…` where it is long.")
        @Nullable String excerpt,
    @Schema(examples = "اولاند-به-سوریه-نیروی-نظامی-نمیفرستیم") @Nullable String slug,
    @Schema(
            examples = "/news/1023/اولاند-به-سوریه-نیروی-نظامی-نمیفرستیم",
            description = "Its path on the site.")
        @Nullable String path,
    @Schema(description = "Its full address on the site.") @Nullable String url,
    @Schema(examples = "fa", description = "A BCP 47 language tag.") @Nullable String lang,
    @Nullable TextDirection dir,
    @Nullable SectionRef section,
    @Nullable List<TagRef> tags,
    @Nullable SourceRef source,
    @Schema(description = "Where the source published it.") @Nullable String sourceUrl,
    @Schema(description = "The source's source.") @Nullable SourceRef originalSource,
    @Schema(description = "Where the source's source published it.")
        @Nullable String originalSourceUrl,
    @Nullable List<ContributorRef> contributors,
    @Nullable Image image,
    @Nullable Instant publishedAt,
    @Schema(
            examples = "۴ آذر ۱۳۹۴، ۱۸:۳۰",
            description = "With `calendar=jalali`: for readers, in Tehran's time.")
        @Nullable String publishedAtText,
    @Nullable Instant updatedAt,
    @Schema(examples = "3") @Nullable Integer readingMinutes,
    @Schema(examples = "0", description = "Counts the saves.") @Nullable Integer revision,
    @Schema(
            description =
                "Absent where there is none, as with an article known only by its teaser.")
        @Nullable Body body,
    @Schema(description = "Sentences to show large.") @Nullable List<PullQuote> pullQuotes,
    @Schema(description = "With `include=related`.") @Nullable List<ArticleSummary> related,
    @Nullable Seo seo,
    @Schema(description = "Whatever else the newsroom keeps with it.")
        @Nullable Map<String, Object> attributes) {

  /**
   * The body in three forms of the same content.
   *
   * @param html clean HTML
   * @param text plain text, paragraphs apart by a blank line
   * @param blocks typed blocks, to draw without an HTML engine
   */
  @Schema(name = "ArticleBody", description = "The body in the forms asked for; all say the same.")
  public record Body(
      @Schema(examples = "<p>به گزارش ایسنا …</p>", description = "Clean HTML.")
          @Nullable String html,
      @Schema(description = "Plain text, paragraphs apart by a blank line.") @Nullable String text,
      @Schema(description = "Typed blocks, to draw without an HTML engine.")
          @Nullable List<Block> blocks) {

    static @Nullable Body of(@Nullable String cleanHtml, Set<BodyForm> forms) {
      if (cleanHtml == null) {
        return null;
      }
      return new Body(
          forms.contains(BodyForm.HTML) ? cleanHtml : null,
          forms.contains(BodyForm.TEXT) ? BodyText.of(cleanHtml) : null,
          forms.contains(BodyForm.BLOCKS) ? BodyHtml.blocks(cleanHtml) : null);
    }
  }

  /**
   * The whole article.
   *
   * @param summary what a list shows of it
   * @param related the related articles, where asked for
   * @param forms the forms of the body to show
   * @param fields the properties to show
   */
  public static ArticleView of(
      ArticleSummary summary,
      ArticleDetails details,
      @Nullable List<ArticleSummary> related,
      Set<BodyForm> forms,
      Fields<ArticleView> fields) {
    return new ArticleView(
        summary.id(),
        summary.type(),
        summary.kicker(),
        summary.title(),
        summary.subtitle(),
        summary.lead(),
        summary.excerpt(),
        summary.slug(),
        summary.path(),
        summary.url(),
        summary.lang(),
        summary.dir(),
        summary.section(),
        summary.tags(),
        summary.source(),
        summary.sourceUrl(),
        summary.originalSource(),
        summary.originalSourceUrl(),
        summary.contributors(),
        summary.image(),
        summary.publishedAt(),
        summary.publishedAtText(),
        summary.updatedAt(),
        summary.readingMinutes(),
        summary.revision(),
        fields.has("body") ? Body.of(details.body(), forms) : null,
        details.pullQuotes(),
        related,
        details.seo(),
        details.attributes());
  }
}
