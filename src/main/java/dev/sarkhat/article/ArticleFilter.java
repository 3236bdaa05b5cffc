package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list of articles is limited to, by the numbers of the things that its parameters name. In
 * each list of sets every set must be met, and a set is met by any of its members.
 *
 * @param from the earliest publishing instant
 * @param to the first publishing instant that is too late
 */
public record ArticleFilter(
    List<Set<Long>> sections,
    List<Set<Long>> tags,
    List<Set<Long>> sources,
    List<Set<Long>> contributors,
    Set<ArticleType> types,
    Set<String> langs,
    Set<Long> ids,
    Set<Long> excludedSections,
    Set<Long> excludedTags,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Before every article. */
  private static final Instant DISTANT_PAST = Instant.parse("0001-01-01T00:00:00Z");

  /**
   * Tells what a list in this order depends on. An article that enters or leaves it does so by one
   * of the things that are named here, or is named itself; where nothing is named, by being public.
   */
  void tell(ArticleSort sort, Rendering rendering) {
    Map<EntityKind, List<Set<Long>>> named =
        Map.of(
            EntityKind.SECTION,
            join(sections, excludedSections),
            EntityKind.TAG,
            join(tags, excludedTags),
            EntityKind.SOURCE,
            sources,
            EntityKind.CONTRIBUTOR,
            contributors);
    named.forEach(
        (kind, choices) ->
            choices.forEach(
                any ->
                    any.forEach(
                        id -> {
                          // Its slug led here; it may come to lead elsewhere.
                          rendering.shows(kind, id);
                          rendering.lists(kind, id);
                        })));
    ids.forEach(id -> rendering.shows(EntityKind.ARTICLE, id));
    if (ids.isEmpty()
        && sections.isEmpty()
        && tags.isEmpty()
        && sources.isEmpty()
        && contributors.isEmpty()) {
      rendering.lists();
    }
    if (sort == ArticleSort.LAST_UPDATED) {
      rendering.showsAll(EntityKind.ARTICLE);
    }
    rendering.listsShown();
  }

  /** Tells that the answer may change with any public article, and what its filters name. */
  public void tellAnyArticle(Rendering rendering) {
    tell(ArticleSort.LAST_UPDATED, rendering);
  }

  private static List<Set<Long>> join(List<Set<Long>> choices, Set<Long> excluded) {
    return Stream.concat(choices.stream(), Stream.of(excluded)).toList();
  }

  /**
   * The place below which a list begins that runs from the newest to the oldest: the one upper
   * bound that holds for all of them, the reader's instant, {@link #to} and the last article seen.
   */
  ArticlePosition upperBound(Instant asOf, @Nullable ArticlePosition after) {
    ArticlePosition bound = new ArticlePosition(asOf, Long.MAX_VALUE);
    if (to != null) {
      bound = earlier(bound, new ArticlePosition(to, 0));
    }
    // A cursor that another node made may be a little ahead of this node's clock.
    return after == null ? bound : earlier(bound, after);
  }

  /** The place above which a list begins that runs from the oldest to the newest. */
  ArticlePosition lowerBound(@Nullable ArticlePosition after) {
    ArticlePosition bound = new ArticlePosition(from == null ? DISTANT_PAST : from, 0);
    return after == null || after.compareTo(bound) < 0 ? bound : after;
  }

  private static ArticlePosition earlier(ArticlePosition one, ArticlePosition other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
