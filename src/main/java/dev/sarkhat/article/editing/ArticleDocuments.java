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
import java.util.Arrays;
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
    return Written.in(article, related(article));
  }

  /** All that is written, as JSON, in the form in which it is sent. */
  ObjectNode tree(Written written) {
    return json.valueToTree(ArticleContentDocument.of(written));
  }

  private List<Long> related(Article article) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select related_id from article_related where article_id = :id order by position",
            Long.class)
        .setParameter("id", article.id())
        .getResultList();
  }
}
