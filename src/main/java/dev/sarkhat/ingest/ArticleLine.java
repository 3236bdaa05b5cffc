package dev.sarkhat.ingest;

import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleTexts;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.tag.TagType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as its sender tells it.
 *
 * @param externalId its number at its sender, or null where it is known by its content alone
 * @param texts what it says; its body is sanitised only when it is stored, for most lines of a file
 *     that is sent again never are
 * @param status where it stands, or null where its publishing instant tells
 * @param section the slug or the title of its section
 * @param subsection the slug or the title of the section below it
 * @param path its path on the old site, decoded, or null
 * @param related the numbers of related articles at the same source
 * @param publishedAt its publishing instant, or null where the line has none
 * @param notes what was done to the line on the way in
 */
record ArticleLine(
    @Nullable String externalId,
    ArticleTexts texts,
    @Nullable ArticleStatus status,
    @Nullable String section,
    @Nullable String sectionLabel,
    @Nullable String subsection,
    @Nullable String subsectionLabel,
    List<TagName> tags,
    @Nullable SourceName source,
    @Nullable String sourceUrl,
    @Nullable SourceName originalSource,
    List<ContributorName> contributors,
    @Nullable String path,
    List<String> related,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Instant expireAt,
    @Nullable String withdrawnReason,
    Set<Note> notes)
    implements ImportLine {

  /** A tag as an article names it. */
  record TagName(String title, @Nullable String slug, TagType type) {}

  /** A source as an article names it. */
  record SourceName(String title, @Nullable String slug, @Nullable String url) {}

  /** Somebody who made the article, and what they did. */
  record ContributorName(String name, @Nullable String slug, ContributorRole role) {}
}
