package dev.sarkhat.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a list of articles: which ones, in which order.
 *
 * <p>The first criterion <em>drives</em> the list: its listing index already holds its articles in
 * order, so a page reads a handful of entries at any depth and for any number of articles. The
 * other criteria are probed per row. Where the driving one has several alternatives, each gives its
 * own first rows and these are merged; {@code in (…)} would read and sort all of them.
 *
 * <p>The text is put together from the constants of this class and of {@link ArticleCriterion};
 * every value is bound.
 */
final class ArticleListing {

  /** A statement and the values to bind. */
  record Statement(String sql, Map<String, Object> parameters) {}

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final ArticleSort sort;
  private final @Nullable ArticleCriterion driver;
  private final boolean combined;
  private boolean joinsArticle;

  /**
   * The list of what is public at an instant.
   *
   * @param asOf the reader's instant, the same for the whole request
   */
  ArticleListing(ArticleFilter filter, ArticleSort sort, Instant asOf) {
    this.sort = sort;
    List<ArticleCriterion> probed = new ArrayList<>(ArticleCriterion.of(filter));
    // No listing is kept in the order of updates: such a list is driven by the articles themselves.
    this.driver = probed.isEmpty() || sort == ArticleSort.LAST_UPDATED ? null : probed.remove(0);
    List<ArticleCriterion> excluded = ArticleCriterion.excludedBy(filter);
    this.combined = !probed.isEmpty() || !excluded.isEmpty() || !filter.ids().isEmpty();
    visible(asOf);
    published(filter.from(), filter.to());
    probed.forEach(criterion -> conditions.add(probe(criterion)));
    excluded.forEach(criterion -> conditions.add("not " + probe(criterion)));
    if (!filter.ids().isEmpty()) {
      parameters.put("ids", filter.ids().toArray(Long[]::new));
      conditions.add(article() + " = any(:ids)");
    }
  }

  /**
   * Whether the best plan depends on the values, so that a generic plan would be a trap: a common
   * tag in a dormant section is found from the section, a rare one from the tag.
   */
  boolean needsCustomPlan() {
    return combined || sort == ArticleSort.LAST_UPDATED;
  }

  /**
   * The statement that reads the number and the sort instant of the articles of one page.
   *
   * @param after the last article seen, or null to begin
   * @param rows how many to read at most
   */
  Statement page(@Nullable ArticlePosition after, int rows) {
    Map<String, Object> bound = new LinkedHashMap<>(parameters);
    List<String> where = new ArrayList<>(conditions);
    if (after != null) {
      where.add(
          "(%s, %s) %s (:at, :id)".formatted(instant(), article(), isAscending() ? ">" : "<"));
      bound.put("at", after.at());
      bound.put("id", after.id());
    }
    bound.put("rows", rows);
    String columns = "%s as id, %s as at".formatted(article(), instant());
    String tail = " order by %s limit :rows";
    String first = tail.formatted(order(instant(), article()));
    if (!hasAlternatives()) {
      return new Statement(select(columns, keyIsValue(bound), where) + first, bound);
    }
    String each = select(columns, keyIsAlternative(bound), where) + first;
    String merged =
        "select distinct m.id, m.at from unnest(:values) d(value) cross join lateral ("
            + each
            + ") m"
            + tail.formatted(order("m.at", "m.id"));
    return new Statement(merged, bound);
  }

  /**
   * The statement that counts the list.
   *
   * @param cap where to stop, or null to count to the end
   */
  Statement count(@Nullable Long cap) {
    Map<String, Object> bound = new LinkedHashMap<>(parameters);
    String key = hasAlternatives() ? keyIsAnyValue(bound) : keyIsValue(bound);
    String columns = (hasAlternatives() ? "distinct " : "") + article();
    String limit = "";
    if (cap != null) {
      bound.put("cap", cap);
      limit = " limit :cap";
    }
    return new Statement(
        "select count(*) from (" + select(columns, key, conditions) + limit + ") counted", bound);
  }

  private void visible(Instant asOf) {
    parameters.put("asOf", asOf);
    conditions.add(
        drivesByArticle()
            ? "is_public(a.status, a.published_at, a.expire_at, :asOf)"
            : "is_listed(l.published_at, l.expire_at, :asOf)");
  }

  private void published(@Nullable Instant from, @Nullable Instant to) {
    if (from != null) {
      parameters.put("from", from);
      conditions.add(published() + " >= :from");
    }
    if (to != null) {
      parameters.put("to", to);
      conditions.add(published() + " < :to");
    }
  }

  private String probe(ArticleCriterion criterion) {
    String parameter = "probe" + parameters.size();
    parameters.put(parameter, criterion.array());
    joinsArticle |= criterion.kind().readsArticle() && !drivesByArticle();
    return criterion.kind().probe(article(), published(), parameter);
  }

  private String select(String columns, String key, List<String> where) {
    String table = driver == null ? "article a" : driver.kind().table();
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
    ArticleCriterion alternatives = java.util.Objects.requireNonNull(driver);
    bound.put("values", alternatives.array());
    return alternatives.kind().key() + " = d.value and ";
  }

  private String keyIsAnyValue(Map<String, Object> bound) {
    ArticleCriterion alternatives = java.util.Objects.requireNonNull(driver);
    bound.put("values", alternatives.array());
    return alternatives.kind().key() + " = any(:values) and ";
  }

  private boolean drivesByArticle() {
    return driver == null || driver.kind().readsArticle();
  }

  private String article() {
    return drivesByArticle() ? "a.id" : "l.article_id";
  }

  private String published() {
    return drivesByArticle() ? "a.published_at" : "l.published_at";
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
