package dev.sarkhat.article;

import dev.sarkhat.contributor.ContributorRef;
import dev.sarkhat.section.SectionRef;
import dev.sarkhat.source.SourceRef;
import dev.sarkhat.tag.TagRef;
import dev.sarkhat.text.TextDirection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article in a list: everything but its body. */
@Schema(
    name = "ArticleSummary",
    description = "An article in a list: everything but its body.",
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
      "revision"
    })
public record ArticleSummary(
    @Schema(examples = "1023", description = "The news code.") @Nullable Long id,
    @Nullable ArticleType type,
    @Schema(examples = "نشست خبری در پاریس", description = "The line above the title.")
        @Nullable String kicker,
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
    @Schema(examples = "0", description = "Counts the saves.") @Nullable Integer revision) {}
