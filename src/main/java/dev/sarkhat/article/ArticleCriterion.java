package dev.sarkhat.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One condition of a list: that an article belongs to any of some things of one kind.
 *
 * @param kind what the values are
 * @param values numbers, or names; at least one
 */
record ArticleCriterion(Kind kind, List<?> values) {

  /**
   * Kinds of things that an article belongs to, the most selective first: each has an index that
   * holds its articles in publishing order, and can be probed for one article.
   */
  enum Kind {
    /** What it is about. */
    TAG(
        "article_tag l",
        "l.tag_id",
        "exists (select from article_tag p where p.article_id = %1$s and p.tag_id = any(%3$s)"
            + " and p.published_at is not null)"),
    /** Who made it. */
    CONTRIBUTOR(
        "article_contributor l",
        "l.contributor_id",
        "exists (select from article_contributor p"
            + " where p.article_id = %1$s and p.contributor_id = any(%3$s)"
            + " and p.published_at is not null)"),
    /** Where it belongs, or anywhere above. */
    SECTION("article_section l", "l.section_id", ArticleCriterion.IN_SECTION),
    /** Where it is taken from. */
    SOURCE("article a", "a.source_id", "a.source_id = any(%3$s)"),
    /** What kind of piece it is. */
    TYPE("article a", "a.type", "a.type = any(%3$s)"),
    /** Its language. */
    LANG("article a", "a.lang", "a.lang = any(%3$s)");

    private final String table;
    private final String key;
    private final String probe;

    Kind(String table, String key, String probe) {
      this.table = table;
      this.key = key;
      this.probe = probe;
    }

    /** The table that holds the articles of one value in publishing order, with its alias. */
    String table() {
      return table;
    }

    /** The column of that table that holds the value. */
    String key() {
      return key;
    }

    /** The column of that table that holds the article's number. */
    String article() {
      return readsArticle() ? "a.id" : "l.article_id";
    }

    /** The column of that table that holds the publishing instant. */
    String published() {
      return readsArticle() ? "a.published_at" : "l.published_at";
    }

    /** The condition that the article is public at the instant of the parameter {@code asOf}. */
    String visible() {
      return readsArticle()
          ? "is_public(a.status, a.published_at, a.expire_at, :asOf)"
          : "is_listed(l.published_at, l.expire_at, :asOf)";
    }

    /**
     * The condition that an article that has been public by the instant of the parameter {@code
     * asOf} still is. It says nothing of {@link #published()}, for lists that bound it themselves:
     * of two upper bounds PostgreSQL begins to read at the one it meets first, and a list continued
     * from half-way down would read all that is above.
     */
    String unexpired() {
      return readsArticle()
          ? "is_for_readers(a.status) and is_unexpired(a.expire_at, :asOf)"
          : "l.published_at is not null and is_unexpired(l.expire_at, :asOf)";
    }

    /** Whether the condition reads the article's own row. */
    boolean readsArticle() {
      return table.equals("article a");
    }

    /**
     * The condition that one article meets.
     *
     * @param article the column that holds the article's number
     * @param published the column that holds its publishing instant
     * @param parameter the name of the parameter that holds the values
     */
    String probe(String article, String published, String parameter) {
      return probe.formatted(article, published, ":" + parameter);
    }
  }

  /** The section's listing is keyed by section and instant, so a probe names both. */
  private static final String IN_SECTION =
      "exists (select from article_section p"
          + " where p.article_id = %1$s and p.published_at = %2$s and p.section_id = any(%3$s))";

  ArticleCriterion {
    values = List.copyOf(values);
  }

  /** The values as the array that JDBC binds. */
  Object[] array() {
    return values.get(0) instanceof Long
        ? values.toArray(Long[]::new)
        : values.toArray(String[]::new);
  }

  /** The criteria of a filter, the most selective kind first. */
  static List<ArticleCriterion> of(ArticleFilter filter) {
    List<ArticleCriterion> criteria = new ArrayList<>();
    filter.tags().forEach(any -> criteria.add(new ArticleCriterion(Kind.TAG, List.copyOf(any))));
    filter
        .contributors()
        .forEach(any -> criteria.add(new ArticleCriterion(Kind.CONTRIBUTOR, List.copyOf(any))));
    filter
        .sections()
        .forEach(any -> criteria.add(new ArticleCriterion(Kind.SECTION, List.copyOf(any))));
    filter
        .sources()
        .forEach(any -> criteria.add(new ArticleCriterion(Kind.SOURCE, List.copyOf(any))));
    addUnlessEmpty(criteria, Kind.TYPE, filter.types().stream().map(ArticleType::value).toList());
    addUnlessEmpty(criteria, Kind.LANG, filter.langs());
    return criteria;
  }

  /** The criteria that no article of the list may meet. */
  static List<ArticleCriterion> excludedBy(ArticleFilter filter) {
    List<ArticleCriterion> criteria = new ArrayList<>();
    addUnlessEmpty(criteria, Kind.TAG, filter.excludedTags());
    addUnlessEmpty(criteria, Kind.SECTION, filter.excludedSections());
    return criteria;
  }

  private static void addUnlessEmpty(
      List<ArticleCriterion> criteria, Kind kind, Collection<?> values) {
    if (!values.isEmpty()) {
      criteria.add(new ArticleCriterion(kind, List.copyOf(values)));
    }
  }
}
