package dev.sarkhat.article;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a list whose articles meet several criteria at once.
 *
 * <p>Every criterion has a listing in the order of the list. The statement leapfrogs through them:
 * from where one listing stands the next one seeks forward to its own first article that is not
 * earlier, in turn, and when all stand on one article that is a hit. A listing that has nothing for
 * years is jumped over in one step, so that a page costs at most a few index look-ups for each
 * article of the <em>shortest</em> listing, and no more than a few for each hit where the listings
 * are long. Driving by one criterion and probing the others has no such bound: a common tag in a
 * section without news reads half of the archive, whatever the planner believes of the two. (The
 * method is Veldhuizen's "Leapfrog Triejoin", ICDT 2014, in one dimension.)
 *
 * <p>The text is put together from the constants of this class and of {@link ArticleCriterion};
 * every value is bound.
 */
final class ArticleIntersection {

  /** Repeats the round of seeks from the last place until there are enough hits. */
  private static final String WALK =
      """
      with recursive walk(at, id, hit, shown, found) as (
        select cast(:at as timestamptz), cast(:id as bigint), false, false, 0
        union all
        select %1$s.at, %1$s.id, round.hit, round.shown, w.found + cast(round.shown as integer)
        from walk w%2$s
        cross join lateral (select (c0.at, c0.id) = (%1$s.at, %1$s.id) as hit) met
        cross join lateral (select met.hit, met.hit%3$s as shown) round
        where w.found < :rows
      )
      """;

  private static final String PAGE =
      "select id, at from walk where shown order by at %1$s, id %1$s";

  private static final String COUNT = "select count(*) from walk where shown";

  /** A listing's first article from a place on. */
  private static final String SEEK =
      """
      select %1$s as at, %2$s as id from %3$s
      where %4$s = %5$s and %6$s and (%1$s, %2$s) %7$s (%8$s)
      order by %1$s %9$s, %2$s %9$s limit 1""";

  private static final String SEEK_ANY =
      """
      select m.at, m.id from unnest(:%1$s) d(value) cross join lateral (
      %2$s) m
      order by m.at %3$s, m.id %3$s limit 1""";

  private final List<ArticleCriterion> criteria;
  private final List<ArticleCriterion> excluded;
  private final ArticleFilter filter;
  private final boolean ascending;
  private final Instant asOf;

  /**
   * The list of what is public at an instant.
   *
   * @param criteria two or more
   * @param filter whose span of time bounds the list
   * @param ascending whether the oldest come first
   */
  ArticleIntersection(
      List<ArticleCriterion> criteria,
      List<ArticleCriterion> excluded,
      ArticleFilter filter,
      boolean ascending,
      Instant asOf) {
    this.criteria = criteria;
    this.excluded = excluded;
    this.filter = filter;
    this.ascending = ascending;
    this.asOf = asOf;
  }

  /** The statement that reads one page; see {@link ArticleListing#page}. */
  ArticleListing.Statement page(@Nullable ArticlePosition after, int rows) {
    return walk(after, rows, PAGE.formatted(direction()));
  }

  /** The statement that counts the list up to a cap. */
  ArticleListing.Statement count(long cap) {
    return walk(null, cap, COUNT);
  }

  private ArticleListing.Statement walk(
      @Nullable ArticlePosition after, Number rows, String result) {
    Map<String, Object> bound = new LinkedHashMap<>();
    bound.put("asOf", asOf);
    bound.put("rows", rows);
    StringBuilder seeks = new StringBuilder();
    for (int i = 0; i < criteria.size(); i++) {
      seeks
          .append("\ncross join lateral (")
          .append(seek(criteria.get(i), i, bound))
          .append(") c")
          .append(i);
    }
    String last = "c" + (criteria.size() - 1);
    StringBuilder exclusions = new StringBuilder();
    for (int i = 0; i < excluded.size(); i++) {
      String parameter = "excluded" + i;
      bound.put(parameter, excluded.get(i).array());
      exclusions
          .append(" and not ")
          .append(excluded.get(i).kind().probe(last + ".id", last + ".at", parameter));
    }
    ArticlePosition start = start(after);
    bound.put("at", start.at());
    bound.put("id", start.id());
    String sql = WALK.formatted(last, seeks, exclusions) + result;
    return new ArticleListing.Statement(sql, bound, false);
  }

  /**
   * The place from which the first seek reads on, itself included. It is the list's only bound at
   * that end; see {@link ArticleCriterion.Kind#unexpired()}.
   */
  private ArticlePosition start(@Nullable ArticlePosition after) {
    if (ascending) {
      ArticlePosition bound = filter.lowerBound(after);
      return new ArticlePosition(bound.at(), bound.id() + 1);
    }
    ArticlePosition bound = filter.upperBound(asOf, after);
    return new ArticlePosition(bound.at(), bound.id() - 1);
  }

  private String seek(ArticleCriterion criterion, int index, Map<String, Object> bound) {
    // After a hit the first seek steps over it; every other seek may stay where it stands.
    String from =
        index == 0
            ? "w.at, w.id %s cast(w.hit as integer)".formatted(ascending ? "+" : "-")
            : "c%1$s.at, c%1$s.id".formatted(index - 1);
    String parameter = "value" + index;
    if (criterion.values().size() == 1) {
      bound.put(parameter, criterion.values().get(0));
      return seek(criterion.kind(), ":" + parameter, from, bound);
    }
    bound.put(parameter, criterion.array());
    return SEEK_ANY.formatted(
        parameter, seek(criterion.kind(), "d.value", from, bound), direction());
  }

  private String seek(
      ArticleCriterion.Kind kind, String value, String from, Map<String, Object> bound) {
    return SEEK.formatted(
        kind.published(),
        kind.article(),
        kind.table(),
        kind.key(),
        value,
        conditions(kind, bound),
        ascending ? ">=" : "<=",
        from,
        direction());
  }

  private String conditions(ArticleCriterion.Kind kind, Map<String, Object> bound) {
    if (ascending && filter.to() != null) {
      bound.put("to", filter.to());
      return kind.visible() + " and " + kind.published() + " < :to";
    }
    if (!ascending && filter.from() != null) {
      bound.put("from", filter.from());
      return kind.unexpired() + " and " + kind.published() + " >= :from";
    }
    return ascending ? kind.visible() : kind.unexpired();
  }

  private String direction() {
    return ascending ? "asc" : "desc";
  }
}
