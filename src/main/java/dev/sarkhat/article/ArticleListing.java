package dev.sarkhat.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a list of articles: which ones, in which order.
 *
 * <p>The one criterion <em>drives</em> the list: its listing index already holds its articles in
 * order, so a page reads a handful of entries at any depth and for any number of articles. Where it
 * has several alternatives, each gives its own first rows and these are merged; {@code in (…)}
 * would read and sort all of them. Several criteria are intersected by {@link ArticleIntersection};
 * where that does not serve, for chosen numbers, in the order of updates and for exact counts, the
 * first drives and the others are probed per row.
 *
 * <p>The text is put together from the constants of this class and of {@link ArticleCriterion};
 * every value is bound, except the number of rows. Of a bound limit PostgreSQL supposes that it
 * asks for a tenth of the archive, finds a plan for all values too dear, and so plans again for
 * every page, which takes longer than reading it.
 */
final class ArticleListing {

  /**
   * A statement and the values to bind.
   *
   * @param customPlan whether the best plan depends on the values, so that a generic plan would be
   *     a trap
   */
  record Statement(String sql, Map<String, Object> parameters, boolean customPlan) {}

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final ArticleFilter filter;
  private final ArticleSort sort;
  private final Instant asOf;
  private final @Nullable ArticleCriterion driver;
  private final boolean customPlan;
  private final @Nullable ArticleIntersection intersection;
  private boolean joinsArticle;

  /**
   * The list of what is public at an instant.
   *
   * @param asOf the reader's instant, the same for the whole request
   */
  ArticleListing(ArticleFilter filter, ArticleSort sort, Instant asOf) {
    this.filter = filter;
    this.sort = sort;
    this.asOf = asOf;
    List<ArticleCriterion> criteria = ArticleCriterion.of(filter);
    List<ArticleCriterion> probed = new ArrayList<>(criteria);
    // No listing is kept in the order of updates: such a list is driven by the articles themselves.
    this.driver = probed.isEmpty() || sort == ArticleSort.LAST_UPDATED ? null : probed.remove(0);
    List<ArticleCriterion> excluded = ArticleCriterion.excludedBy(filter);
    this.customPlan =
        !probed.isEmpty()
            || !excluded.isEmpty()
            || !filter.ids().isEmpty()
            || sort == ArticleSort.LAST_UPDATED;
    this.intersection =
        criteria.size() > 1 && filter.ids().isEmpty() && sort != ArticleSort.LAST_UPDATED
            ? new ArticleIntersection(criteria, excluded, filter, isAscending(), asOf)
            : null;
    parameters.put("asOf", asOf);
    probed.forEach(criterion -> conditions.add(probe(criterion)));
    excluded.forEach(criterion -> conditions.add("not " + probe(criterion)));
    if (!filter.ids().isEmpty()) {
      parameters.put("ids", filter.ids().toArray(Long[]::new));
      conditions.add(article() + " = any(:ids)");
    }
  }

  /**
   * The statement that reads the number and the sort instant of the articles of one page.
   *
   * @param after the last article seen, or null to begin
   * @param rows how many to read at most
   */
  Statement page(@Nullable ArticlePosition after, int rows) {
    if (intersection != null) {
      return intersection.page(after, rows);
    }
    Map<String, Object> bound = new LinkedHashMap<>(parameters);
    List<String> where = span(after, bound);
    where.addAll(conditions);
    String columns = "%s as id, %s as at".formatted(article(), instant());
    String tail = " order by %s limit %s";
    String first = tail.formatted(order(instant(), article()), rows);
    if (!hasAlternatives()) {
      return new Statement(select(columns, keyIsValue(bound), where) + first, bound, customPlan);
    }
    String each = select(columns, keyIsAlternative(bound), where) + first;
    String merged =
        "select distinct m.id, m.at from unnest(:values) d(value) cross join lateral ("
            + each
            + ") m"
            + tail.formatted(order("m.at", "m.id"), rows);
    return new Statement(merged, bound, customPlan);
  }

  /**
   * The statement that counts the list.
   *
   * @param cap where to stop, or null to count to the end
   */
  Statement count(@Nullable Long cap) {
    if (intersection != null && cap != null) {
      return intersection.count(cap);
    }
    Map<String, Object> bound = new LinkedHashMap<>(parameters);
    List<String> where = span(null, bound);
    where.addAll(conditions);
    String limit = cap == null ? "" : " limit %s".formatted(cap);
    String columns = article() + " as id";
    if (!hasAlternatives()) {
      return counted(select(columns, keyIsValue(bound), where) + limit, bound);
    }
    // Each alternative is cut for itself, or all of each would be read to tell them apart.
    String each = select(columns, keyIsAlternative(bound), where) + limit;
    return counted(
        "select distinct m.id from unnest(:values) d(value) cross join lateral ("
            + each
            + ") m"
            + limit,
        bound);
  }

  private Statement counted(String list, Map<String, Object> bound) {
    return new Statement("select count(*) from (" + list + ") counted", bound, customPlan);
  }

  /** The conditions of time, with one bound only at the end where reading begins. */
  private List<String> span(@Nullable ArticlePosition after, Map<String, Object> values) {
    List<String> span = new ArrayList<>();
    boolean bounded = after != null && sort != ArticleSort.LAST_UPDATED;
    boolean fromBelow = bounded && isAscending();
    boolean fromAbove = bounded && !isAscending();
    span.add(fromAbove ? driverKind().unexpired() : driverKind().visible());
    if (filter.from() != null && !fromBelow) {
      values.put("from", filter.from());
      span.add(published() + " >= :from");
    }
    if (filter.to() != null && !fromAbove) {
      values.put("to", filter.to());
      span.add(published() + " < :to");
    }
    if (after != null) {
      ArticlePosition bound = after;
      if (fromAbove) {
        bound = filter.upperBound(asOf, after);
      } else if (fromBelow) {
        bound = filter.lowerBound(after);
      }
      span.add("(%s, %s) %s (:at, :id)".formatted(instant(), article(), isAscending() ? ">" : "<"));
      values.put("at", bound.at());
      values.put("id", bound.id());
    }
    return span;
  }

  private String probe(ArticleCriterion criterion) {
    String parameter = "probe" + parameters.size();
    parameters.put(parameter, criterion.array());
    joinsArticle |= criterion.kind().readsArticle() && !drivesByArticle();
    return criterion.kind().probe(article(), published(), parameter);
  }

  private String select(String columns, String key, List<String> where) {
    String table = driverKind().table();
    String join = joinsArticle ? " join article a on a.id = l.article_id" : "";
    return "select %s from %s%s where %s%s"
        .formatted(columns, table, join, key, String.join(" and ", where));
  }

  private boolean hasAlternatives() {
    return driver != null && driver.values().size() > 1;
  }

  private String keyIsValue(Map<String, Object> bound) {
    if (driver == null) {
      return "";
    }
    bound.put("value", driver.values().get(0));
    return driver.kind().key() + " = :value and ";
  }

  private String keyIsAlternative(Map<String, Object> bound) {
    ArticleCriterion alternatives = Objects.requireNonNull(driver);
    bound.put("values", alternatives.array());
    return alternatives.kind().key() + " = d.value and ";
  }

  private boolean drivesByArticle() {
    return driverKind().readsArticle();
  }

  /** Without a criterion the articles themselves are the list, as they are for a source. */
  private ArticleCriterion.Kind driverKind() {
    return driver == null ? ArticleCriterion.Kind.SOURCE : driver.kind();
  }

  private String article() {
    return driverKind().article();
  }

  private String published() {
    return driverKind().published();
  }

  private String instant() {
    return sort == ArticleSort.LAST_UPDATED ? "a.updated_at" : published();
  }

  private boolean isAscending() {
    return sort == ArticleSort.OLDEST;
  }

  private String order(String instant, String id) {
    String direction = isAscending() ? "asc" : "desc";
    return "%s %s, %s %s".formatted(instant, direction, id, direction);
  }
}
