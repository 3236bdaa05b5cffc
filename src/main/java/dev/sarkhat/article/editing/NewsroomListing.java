package dev.sarkhat.article.editing;

import dev.sarkhat.access.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the newsroom's list: conditions out of constants, every value bound. A list of some
 * hundred drafts reads a partial index; one of a section, of a creator or of words reads an index
 * of its own and sorts what it finds.
 */
final class NewsroomListing {

  private static final String SUBTREE =
      """
      a.section_id in (
        with recursive below(id) as (
          select s.id from section s where s.id = :section
          union
          select s.id from section s join below b on s.parent_id = b.id)
        select id from below)
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final NewsroomSort sort;
  private final Instant now;

  NewsroomListing(NewsroomSort sort, Instant now) {
    this.sort = sort;
    this.now = now;
    if (sort == NewsroomSort.DUE_FIRST) {
      conditions.add("a.published_at is not null");
    }
  }

  void visibleTo(Visible visible) {
    if (!visible.everything()) {
      conditions.add("(a.section_id = any(:visible) or a.created_by = :viewer)");
      values.put("visible", visible.sectionIds().toArray(Long[]::new));
      values.put("viewer", visible.creatorId());
    }
  }

  /** What stands as one of these now; anything if there are none. */
  void standing(Set<NewsroomStatus> statuses) {
    if (statuses.isEmpty()) {
      return;
    }
    List<String> alternatives = new ArrayList<>();
    for (NewsroomStatus status : statuses) {
      alternatives.add(condition(status));
    }
    conditions.add("(" + String.join(" or ", alternatives) + ")");
  }

  private String condition(NewsroomStatus status) {
    return switch (status) {
      case DRAFT -> "a.status = 'draft'";
      case IN_REVIEW -> "a.status = 'inReview'";
      case WITHDRAWN -> "a.status = 'withdrawn'";
      case SCHEDULED -> atNow("a.status in ('scheduled', 'published') and a.published_at > :now");
      case PUBLISHED -> atNow("is_public(a.status, a.published_at, a.expire_at, :now)");
      case EXPIRED ->
          atNow(
              "a.status in ('scheduled', 'published') and a.published_at <= :now and a.expire_at <= :now");
    };
  }

  private String atNow(String condition) {
    values.put("now", now);
    return condition;
  }

  void due(@Nullable Instant from, @Nullable Instant to) {
    if (from != null) {
      conditions.add("a.published_at >= :dueFrom");
      values.put("dueFrom", from);
    }
    if (to != null) {
      conditions.add("a.published_at < :dueTo");
      values.put("dueTo", to);
    }
  }

  void madeBy(long creator) {
    conditions.add("a.created_by = :creator");
    values.put("creator", creator);
  }

  void within(long section) {
    conditions.add(SUBTREE);
    values.put("section", section);
  }

  void creditedTo(long contributor) {
    conditions.add(
        "exists (select from article_contributor c where c.article_id = a.id and c.contributor_id = :contributor)");
    values.put("contributor", contributor);
  }

  /** What holds all the words; nothing if there are none. */
  void saying(String folded) {
    conditions.add("to_tsvector('simple', a.search_text) @@ plainto_tsquery('simple', :words)");
    values.put("words", folded);
  }

  /** What follows a row. */
  void after(Instant at, long id) {
    conditions.add(
        switch (sort) {
          case LAST_SAVED -> "(a.saved_at, a.id) < (:at, :id)";
          case DUE_FIRST -> "(a.published_at, a.id) > (:at, :id)";
        });
    values.put("at", at);
    values.put("id", id);
  }

  /** The statement, with names for the values. */
  String sql() {
    String order =
        switch (sort) {
          case LAST_SAVED -> "a.saved_at desc, a.id desc";
          case DUE_FIRST -> "a.published_at, a.id";
        };
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "select "
        + NewsroomRow.COLUMNS
        + " from article a join section s on s.id = a.section_id"
        + where
        + " order by "
        + order
        + " limit :limit";
  }

  /** The values by their names, without the limit. */
  Map<String, Object> values() {
    return Map.copyOf(values);
  }

  List<NewsroomRow> read(Session session, int limit) {
    NativeQuery<Object[]> query = session.createNativeQuery(sql(), Object[].class);
    values.forEach(query::setParameter);
    return query.setParameter("limit", limit).getResultList().stream()
        .map(NewsroomRow::of)
        .toList();
  }
}
