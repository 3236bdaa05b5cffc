package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.contributor.ContributorRef;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Site;
import dev.sarkhat.tag.TagRef;
import dev.sarkhat.tag.TagType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what lists show of articles: one statement for the rows, one for their tags, one for their
 * contributors, however many articles there are.
 */
@ApplicationScoped
class ArticleSummaries {

  private final EntityManager entityManager;
  private final Site site;
  private final Rendering rendering;

  @Inject
  ArticleSummaries(EntityManager entityManager, Site site, Rendering rendering) {
    this.entityManager = entityManager;
    this.site = site;
    this.rendering = rendering;
  }

  /**
   * The summaries of those articles that are public, in the order of their numbers here.
   *
   * @param fields what is asked for; tags and contributors are not read unless they are
   */
  List<ArticleSummary> of(List<Long> ids, Fields<?> fields, @Nullable Calendar calendar) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, ArticleRow> rows = new HashMap<>();
    entityManager
        .createQuery(ArticleRow.QUERY, ArticleRow.class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .setParameter("asOf", rendering.asOf())
        .getResultList()
        .forEach(row -> rows.put(row.id(), row));
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<TagRef>> tags = fields.has("tags") ? tags(ids) : Map.of();
    Map<Long, List<ContributorRef>> contributors =
        fields.has("contributors") ? contributors(ids) : Map.of();
    List<ArticleSummary> summaries = new ArrayList<>(ids.size());
    for (Long id : ids) {
      ArticleRow row = rows.get(id);
      if (row != null) {
        summaries.add(
            ArticleSummary.of(
                row,
                tags.getOrDefault(id, List.of()),
                contributors.getOrDefault(id, List.of()),
                calendar,
                site,
                rendering));
      }
    }
    return summaries;
  }

  private Map<Long, List<TagRef>> tags(List<Long> ids) {
    return parts(
        """
        select t.article.id, g.id, g.slug, g.title, g.type
        from ArticleTag t join t.tag g
        where cast(sql('? = any(?)', t.article.id, :ids) as Boolean)
        order by t.article.id, t.position
        """,
        ids,
        row ->
            TagRef.of(
                (Long) row[1], (String) row[2], (String) row[3], (TagType) row[4], rendering));
  }

  private Map<Long, List<ContributorRef>> contributors(List<Long> ids) {
    return parts(
        """
        select c.article.id, p.id, p.slug, p.name, c.role
        from ArticleContributor c join c.contributor p
        where cast(sql('? = any(?)', c.article.id, :ids) as Boolean)
        order by c.article.id, c.position
        """,
        ids,
        row ->
            ContributorRef.of(
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                (ContributorRole) row[4],
                rendering));
  }

  private <T> Map<Long, List<T>> parts(
      String query, List<Long> ids, Function<Object[], T> mapping) {
    Map<Long, List<T>> parts = new HashMap<>();
    entityManager
        .createQuery(query, Object[].class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .getResultList()
        .forEach(
            row ->
                parts
                    .computeIfAbsent((Long) row[0], key -> new ArrayList<>())
                    .add(mapping.apply(row)));
    return parts;
  }
}
