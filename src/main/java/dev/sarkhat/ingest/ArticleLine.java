package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.article.Image;
import dev.sarkhat.article.PullQuote;
import dev.sarkhat.article.Seo;
import dev.sarkhat.article.body.BodyFormat;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.tag.TagType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as its sender tells it.
 *
 * @param externalId its number at its sender, or null where it is known by its content alone
 * @param status where it stands, or null where its publishing instant tells
 * @param body as received; it is sanitised only when it is stored, for most lines of a file that is
 *     sent again never are
 * @param section the slug or the title of its section
 * @param subsection the slug or the title of the section below it
 * @param path its path on the old site, decoded, or null
 * @param related the numbers of related articles at the same source
 * @param publishedAt its publishing instant, or null where the line has none
 * @param attributes the sender's attributes with the line's provenance
 * @param notes what was done to the line on the way in
 */
record ArticleLine(
    @Nullable String externalId,
    ArticleType type,
    @Nullable ArticleStatus status,
    String lang,
    @Nullable String kicker,
    String title,
    @Nullable String subtitle,
    @Nullable String lead,
    @Nullable String body,
    BodyFormat bodyFormat,
    List<PullQuote> pullQuotes,
    @Nullable String section,
    @Nullable String sectionLabel,
    @Nullable String subsection,
    @Nullable String subsectionLabel,
    List<TagName> tags,
    @Nullable SourceName source,
    @Nullable String sourceUrl,
    @Nullable SourceName originalSource,
    @Nullable String originalSourceUrl,
    List<ContributorName> contributors,
    @Nullable Image image,
    String slug,
    @Nullable String path,
    List<String> related,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Instant expireAt,
    @Nullable String withdrawnReason,
    @Nullable Seo seo,
    Map<String, Object> attributes,
    Set<Note> notes)
    implements ImportLine {

  /** A tag as an article names it. */
  record TagName(String title, @Nullable String slug, TagType type) {}

  /** A source as an article names it. */
  record SourceName(String title, @Nullable String slug, @Nullable String url) {}

  /** Somebody who made the article, and what they did. */
  record ContributorName(String name, @Nullable String slug, ContributorRole role) {}
}
