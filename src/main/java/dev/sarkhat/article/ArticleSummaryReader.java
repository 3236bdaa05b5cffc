package dev.sarkhat.article;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.contributor.ContributorRef;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Site;
import dev.sarkhat.section.SectionRef;
import dev.sarkhat.source.SourceRef;
import dev.sarkhat.tag.TagRef;
import dev.sarkhat.tag.TagType;
import dev.sarkhat.text.JalaliDate;
import dev.sarkhat.text.TextDirection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes summaries of the results of {@link ArticleSummaryStatement}, whose columns it reads in
 * their order, and tells the rendering what they show.
 */
final class ArticleSummaryReader {

  private static final Map<String, ArticleType> TYPES =
      byValue(ArticleType.values(), ArticleType::value);
  private static final Map<String, TagType> TAG_TYPES = byValue(TagType.values(), TagType::value);
  private static final Map<String, ContributorRole> ROLES =
      byValue(ContributorRole.values(), ContributorRole::value);

  private final Map<Long, ArticleSummary> summaries = new HashMap<>();
  private final @Nullable Calendar calendar;
  private final Site site;
  private final Rendering rendering;

  ArticleSummaryReader(@Nullable Calendar calendar, Site site, Rendering rendering) {
    this.calendar = calendar;
    this.site = site;
    this.rendering = rendering;
  }

  private static <E> Map<String, E> byValue(E[] constants, Function<E, String> value) {
    return Arrays.stream(constants).collect(toUnmodifiableMap(value, Function.identity()));
  }

  /** The summaries that were read, by the articles' numbers. */
  Map<Long, ArticleSummary> summaries() {
    return summaries;
  }

  /** Reads the articles, as yet without tags and contributors. */
  void readArticles(ResultSet columns) throws SQLException {
    ArticleRow row = new ArticleRow(columns);
    while (row.next()) {
      long id = row.number();
      summaries.put(id, article(id, row));
    }
  }

  /** Adds their tags to the articles that were read. */
  void readTags(ResultSet columns) throws SQLException {
    ArticleRow row = new ArticleRow(columns);
    while (row.next()) {
      ArticleSummary summary = summaries.get(row.number());
      if (summary != null) {
        requireNonNull(summary.tags())
            .add(
                TagRef.of(
                    row.number(),
                    row.text(),
                    row.text(),
                    requireNonNull(TAG_TYPES.get(row.text())),
                    rendering));
      }
    }
  }

  /** Adds their contributors to the articles that were read. */
  void readContributors(ResultSet columns) throws SQLException {
    ArticleRow row = new ArticleRow(columns);
    while (row.next()) {
      ArticleSummary summary = summaries.get(row.number());
      if (summary != null) {
        requireNonNull(summary.contributors())
            .add(
                ContributorRef.of(
                    row.number(),
                    row.text(),
                    row.text(),
                    requireNonNull(ROLES.get(row.text())),
                    rendering));
      }
    }
  }

  private ArticleSummary article(long id, ArticleRow row) throws SQLException {
    rendering.shows(EntityKind.ARTICLE, id);
    rendering.changesAt(row.instantOrNull());
    ArticleType type = requireNonNull(TYPES.get(row.text()));
    String kicker = row.textOrNull();
    String title = row.text();
    String subtitle = row.textOrNull();
    String lead = row.textOrNull();
    String excerpt = row.textOrNull();
    String slug = row.text();
    String lang = row.text();
    SectionRef section = section(row);
    SourceRef source = source(row);
    String sourceUrl = row.textOrNull();
    SourceRef originalSource = source(row);
    String originalSourceUrl = row.textOrNull();
    Image image = image(row);
    Instant publishedAt = row.instant();
    Instant updatedAt = row.instant();
    int readingMinutes = row.integer();
    int revision = row.integer();
    String path = site.articlePath(id, slug);
    return new ArticleSummary(
        id,
        type,
        kicker,
        title,
        subtitle,
        lead,
        excerpt,
        slug,
        path,
        site.address(path),
        lang,
        TextDirection.of(lang),
        section,
        new ArrayList<>(),
        source,
        sourceUrl,
        originalSource,
        originalSourceUrl,
        new ArrayList<>(),
        image,
        publishedAt,
        calendar == Calendar.JALALI ? JalaliDate.format(publishedAt) : null,
        updatedAt,
        readingMinutes,
        revision);
  }

  private SectionRef section(ArticleRow row) throws SQLException {
    return SectionRef.of(row.number(), row.text(), row.text(), row.text(), rendering);
  }

  private @Nullable SourceRef source(ArticleRow row) throws SQLException {
    Long id = row.numberOrNull();
    String slug = row.textOrNull();
    String title = row.textOrNull();
    String url = row.textOrNull();
    return id == null || slug == null || title == null
        ? null
        : SourceRef.of(id, slug, title, url, rendering);
  }

  private static @Nullable Image image(ArticleRow row) throws SQLException {
    String url = row.textOrNull();
    String alt = row.textOrNull();
    String caption = row.textOrNull();
    String credit = row.textOrNull();
    Integer width = row.integerOrNull();
    Integer height = row.integerOrNull();
    return url == null ? null : new Image(url, alt, caption, credit, width, height);
  }
}
