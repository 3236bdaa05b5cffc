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
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes summaries of the rows of {@link ArticleSummaryStatement}, whose columns it reads in their
 * order, and tells the rendering what they show.
 */
final class ArticleSummaryReader {

  private static final Map<String, ArticleType> TYPES =
      byValue(ArticleType.values(), ArticleType::value);
  private static final Map<String, TagType> TAG_TYPES = byValue(TagType.values(), TagType::value);
  private static final Map<String, ContributorRole> ROLES =
      byValue(ContributorRole.values(), ContributorRole::value);

  private final ArticleRow row;
  private final @Nullable Calendar calendar;
  private final Site site;
  private final Rendering rendering;

  ArticleSummaryReader(
      ArticleRow row, @Nullable Calendar calendar, Site site, Rendering rendering) {
    this.row = row;
    this.calendar = calendar;
    this.site = site;
    this.rendering = rendering;
  }

  private static <E> Map<String, E> byValue(E[] constants, Function<E, String> value) {
    return Arrays.stream(constants).collect(toUnmodifiableMap(value, Function.identity()));
  }

  /** The summary of the row that is to be read. */
  ArticleSummary read() throws SQLException {
    long id = row.number();
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
    SectionRef section = section();
    List<TagRef> tags = tags();
    SourceRef source = source();
    String sourceUrl = row.textOrNull();
    SourceRef originalSource = source();
    String originalSourceUrl = row.textOrNull();
    List<ContributorRef> contributors = contributors();
    Image image = image();
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
        tags,
        source,
        sourceUrl,
        originalSource,
        originalSourceUrl,
        contributors,
        image,
        publishedAt,
        calendar == Calendar.JALALI ? JalaliDate.format(publishedAt) : null,
        updatedAt,
        readingMinutes,
        revision);
  }

  private SectionRef section() throws SQLException {
    return SectionRef.of(row.number(), row.text(), row.text(), row.text(), rendering);
  }

  private @Nullable SourceRef source() throws SQLException {
    Long id = row.numberOrNull();
    String slug = row.textOrNull();
    String title = row.textOrNull();
    String url = row.textOrNull();
    return id == null || slug == null || title == null
        ? null
        : SourceRef.of(id, slug, title, url, rendering);
  }

  private @Nullable Image image() throws SQLException {
    String url = row.textOrNull();
    String alt = row.textOrNull();
    String caption = row.textOrNull();
    String credit = row.textOrNull();
    Integer width = row.integerOrNull();
    Integer height = row.integerOrNull();
    return url == null ? null : new Image(url, alt, caption, credit, width, height);
  }

  private List<TagRef> tags() throws SQLException {
    String[][] rows = row.rows();
    List<TagRef> tags = new ArrayList<>(rows.length);
    for (String[] tag : rows) {
      TagType type = requireNonNull(TAG_TYPES.get(tag[3]));
      tags.add(TagRef.of(Long.parseLong(tag[0]), tag[1], tag[2], type, rendering));
    }
    return tags;
  }

  private List<ContributorRef> contributors() throws SQLException {
    String[][] rows = row.rows();
    List<ContributorRef> contributors = new ArrayList<>(rows.length);
    for (String[] contributor : rows) {
      ContributorRole role = requireNonNull(ROLES.get(contributor[3]));
      long id = Long.parseLong(contributor[0]);
      contributors.add(ContributorRef.of(id, contributor[1], contributor[2], role, rendering));
    }
    return contributors;
  }
}
