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
 * @param identity what it has been known by in the newsroom it comes from, or null
 * @param section the slug or the title of its section
 * @param sectionSlug the slug of its section, wherever that stands, in place of the others
 * @param subsection the slug or the title of the section below it
 * @param paths its paths on old sites, decoded
 * @param related related articles, in the editor's order
 * @param publishedAt its publishing instant, or null where the line has none
 * @param notes what was done to the line on the way in
 */
record ArticleLine(
    @Nullable Identity identity,
    @Nullable String externalId,
    ArticleTexts texts,
    @Nullable ArticleStatus status,
    @Nullable String sectionSlug,
    @Nullable String section,
    @Nullable String sectionLabel,
    @Nullable String subsection,
    @Nullable String subsectionLabel,
    List<TagName> tags,
    @Nullable SourceName source,
    @Nullable String sourceUrl,
    @Nullable SourceName originalSource,
    List<ContributorName> contributors,
    List<String> paths,
    List<RelatedName> related,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Instant expireAt,
    @Nullable Instant createdAt,
    @Nullable Instant embargoUntil,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnReason,
    Set<Note> notes)
    implements ImportLine {

  /**
   * What an article is known by, wherever it goes: an export tells it. The number alone would not
   * do, for another newsroom gives the same numbers to other articles.
   */
  record Identity(long number, Instant createdAt) {}

  /** A related article: by its number at the same source, or by the number that it has here. */
  record RelatedName(@Nullable String externalId, @Nullable Long number) {}

  /** A tag as an article names it. */
  record TagName(String title, @Nullable String slug, TagType type) {}

  /** A source as an article names it. */
  record SourceName(String title, @Nullable String slug, @Nullable String url) {}

  /** Somebody who made the article, and what they did. */
  record ContributorName(String name, @Nullable String slug, ContributorRole role) {}
}
