package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * Which articles go with one: those that the editor chose, in the editor's order, then those that
 * share its tags, a rare tag counting for more than a common one, the newest first among equals.
 */
@ApplicationScoped
class RelatedArticles {

  /** How many are shown when the client does not say. */
  static final int DEFAULT_LIMIT = 5;

  /**
   * The candidates are the 50 newest articles of each of the first ten tags, so that the cost does
   * not grow with the archive. A tag's weight falls with the logarithm of its candidates.
   */
  private static final String QUERY =
      """
      with chosen as (
        select r.related_id as id, r.position
        from article_related r join article a on a.id = r.related_id
        where r.article_id = :article and is_public(a.status, a.published_at, a.expire_at, :asOf)
        order by r.position limit :rows
      ), candidate as (
        select c.article_id as id, c.published_at, 1 / ln(2 + count(*) over (partition by t.tag_id)) as weight
        from unnest(:tags) t(tag_id)
        cross join lateral (
          select l.article_id, l.published_at from article_tag l
          where l.tag_id = t.tag_id and is_listed(l.published_at, l.expire_at, :asOf)
          order by l.published_at desc, l.article_id desc limit 50) c
      ), alike as (
        select id, published_at, sum(weight) as likeness from candidate
        where id <> :article and id not in (select id from chosen)
        group by id, published_at
        order by likeness desc, published_at desc, id desc limit :rows
      )
      select id from (
        select id, 0 as rank, position, cast(0 as float8) as likeness, cast(null as timestamptz) as published_at from chosen
        union all
        select id, 1, 0, likeness, published_at from alike) found
      order by rank, position, likeness desc, published_at desc, id desc
      limit :rows
      """;

  /** What decides which articles are related: its first tags, and whom the editor chose. */
  private static final String GROUNDS =
      """
      (select 0 as kind, tag_id as id, true as is_shown
       from article_tag where article_id = :article order by position limit 10)
      union all
      select 1, a.id, is_public(a.status, a.published_at, a.expire_at, :asOf)
      from article_related r join article a on a.id = r.related_id where r.article_id = :article
      """;

  private final Session session;
  private final Rendering rendering;

  @Inject
  RelatedArticles(Session session, Rendering rendering) {
    this.session = session;
    this.rendering = rendering;
  }

  /** The numbers of the related articles that are public, best first. */
  List<Long> of(long article, int limit) {
    List<Long> tags = new ArrayList<>();
    for (Object[] ground : grounds(article)) {
      long id = ((Number) ground[1]).longValue();
      if (((Number) ground[0]).intValue() == 0) {
        tags.add(id);
        rendering.lists(EntityKind.TAG, id);
      } else if ((Boolean) ground[2]) {
        rendering.shows(EntityKind.ARTICLE, id);
      } else {
        // Its own tag would tell readers that it is there. When it comes to be public, it enters
        // the list of all articles; that others do so, too, costs little.
        rendering.lists();
      }
    }
    rendering.listsShown();
    return session
        .createNativeQuery(QUERY, Long.class)
        .setParameter("article", article)
        .setParameter("tags", tags.toArray(Long[]::new))
        .setParameter("asOf", rendering.asOf())
        .setParameter("rows", limit)
        .getResultList();
  }

  private List<Object[]> grounds(long article) {
    return session
        .createNativeQuery(GROUNDS, Object[].class)
        .setParameter("article", article)
        .setParameter("asOf", rendering.asOf())
        .getResultList();
  }
}
