package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.PrincipalNames;
import dev.sarkhat.access.PrincipalRef;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.http.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;

/** Puts together what the newsroom sees of articles. */
@ApplicationScoped
class ArticleDocuments {

  private final EntityManager entities;
  private final PrincipalNames principals;
  private final Site site;
  private final Clock clock;
  private final ObjectMapper json;

  @Inject
  ArticleDocuments(
      EntityManager entities,
      PrincipalNames principals,
      Site site,
      Clock clock,
      ObjectMapper json) {
    this.entities = entities;
    this.principals = principals;
    this.site = site;
    this.clock = clock;
    this.json = json;
  }

  /** The article as it stands; what was changed has been flushed. */
  ArticleDocument of(Article article) {
    long id = Objects.requireNonNull(article.id());
    String path = site.articlePath(id, article.content().slug());
    ArticleLifecycle lifecycle = article.lifecycle();
    Map<Long, PrincipalRef> names =
        principals.of(Arrays.asList(article.createdBy(), article.savedBy(), article.approvedBy()));
    return new ArticleDocument(
        id,
        article.revision(),
        NewsroomStatus.of(lifecycle, clock.instant()),
        path,
        site.address(path),
        lifecycle.publishedAt(),
        lifecycle.expireAt(),
        article.embargoUntil(),
        lifecycle.withdrawnAt(),
        lifecycle.withdrawnReason(),
        article.approvedAt(),
        names.get(article.approvedBy()),
        article.createdAt(),
        names.get(article.createdBy()),
        article.updatedAt(),
        article.savedAt(),
        names.get(article.savedBy()),
        ArticleContentDocument.of(written(article)));
  }

  /** All that is written in the article. */
  Written written(Article article) {
    return Objects.requireNonNull(written(List.of(article)).get(article));
  }

  /** All that is written in each of the articles. */
  Map<Article, Written> written(List<Article> articles) {
    Map<Long, List<Long>> related = related(articles);
    Map<Article, Written> written = new LinkedHashMap<>();
    for (Article article : articles) {
      written.put(
          article,
          Written.in(
              article, related.getOrDefault(Objects.requireNonNull(article.id()), List.of())));
    }
    return written;
  }

  /** All that is written, as JSON, in the form in which it is sent. */
  ObjectNode tree(Written written) {
    return json.valueToTree(ArticleContentDocument.of(written));
  }

  /** The numbers of the related articles, by the number of the article. */
  private Map<Long, List<Long>> related(List<Article> articles) {
    Map<Long, List<Long>> related = new HashMap<>();
    entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select article_id, related_id from article_related
            where article_id = any(:ids) order by article_id, position
            """,
            Object[].class)
        .setParameter("ids", articles.stream().map(Article::id).toArray(Long[]::new))
        .getResultList()
        .forEach(
            row ->
                related
                    .computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                    .add(((Number) row[1]).longValue()));
    return related;
  }
}
