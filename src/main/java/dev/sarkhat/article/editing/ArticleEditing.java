package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Caller;
import dev.sarkhat.access.Policy;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.MergePatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.Site;
import dev.sarkhat.json.FieldChange;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Changes what is written in articles. */
@ApplicationScoped
class ArticleEditing {

  private final EntityManager entities;
  private final Policy policy;
  private final Caller caller;
  private final ArticleDesk desk;
  private final ArticleDocuments documents;
  private final ArticleReferences references;
  private final Site site;
  private final Clock clock;

  @Inject
  ArticleEditing(
      EntityManager entities,
      Policy policy,
      Caller caller,
      ArticleDesk desk,
      ArticleDocuments documents,
      ArticleReferences references,
      Site site,
      Clock clock) {
    this.entities = entities;
    this.policy = policy;
    this.caller = caller;
    this.desk = desk;
    this.documents = documents;
    this.references = references;
    this.site = site;
    this.clock = clock;
  }

  /** Makes a draft. */
  @Transactional
  ArticleDocument create(JsonFields body, @Nullable String note) {
    policy.require(Action.ARTICLE_CREATE);
    Written written = references.resolve(ArticleChanges.read(body), null, policy.visible());
    policy.requirePlace(Action.ARTICLE_CREATE, sectionOf(written));
    refuseTaken(written.content(), null);
    Instant now = clock.instant();
    ArticleLifecycle draft = new ArticleLifecycle(ArticleStatus.DRAFT, null, null, null, null);
    Article article = new Article(written.content(), draft, now);
    article.createdBy(caller.principal().id());
    article.savedBy(caller.principal().id(), now);
    article.tag(written.tags());
    article.credit(written.credits());
    entities.persist(article);
    entities.flush();
    relate(article, written.related());
    return desk.putDownNew(article, written, desk.save("createArticle", note, body.canonical()));
  }

  /** Replaces all that is written in an article. */
  @Transactional
  ArticleDocument replace(String id, IfMatch ifMatch, JsonFields body, @Nullable String note) {
    ArticleDesk.Taken taken = desk.take(id, Action.ARTICLE_EDIT, ifMatch);
    return rewrite(taken, body, desk.save("replaceArticle", note, body.canonical()));
  }

  /** Changes some of what is written in an article. */
  @Transactional
  ArticleDocument change(String id, IfMatch ifMatch, MergePatch patch, @Nullable String note) {
    ArticleDesk.Taken taken = desk.take(id, Action.ARTICLE_EDIT, ifMatch);
    ObjectNode target = taken.beforeTree().deepCopy();
    if (!patch.names("body")) {
      // What stays is what was kept.
      target.put("bodyFormat", "html");
    }
    JsonFields body = patch.applyTo(target);
    return rewrite(taken, body, desk.save("changeArticle", note, body.canonical()));
  }

  /** Writes what a request says in an article that has been taken up. */
  ArticleDocument rewrite(ArticleDesk.Taken taken, JsonFields body, ArticleHistory.Save save) {
    Written written = references.resolve(ArticleChanges.read(body), taken, policy.visible());
    return write(taken, written, save);
  }

  /** Writes something else in an article that has been taken up. */
  ArticleDocument write(ArticleDesk.Taken taken, Written written, ArticleHistory.Save save) {
    Article article = taken.article();
    if (sectionOf(written) != sectionOf(taken.before())) {
      policy.requirePlace(Action.ARTICLE_CREATE, sectionOf(written));
    }
    refuseTaken(written.content(), article);
    leaveRedirect(article, written.content().slug());
    article.rewrite(written.content(), clock.instant());
    article.tag(written.tags());
    article.credit(written.credits());
    if (!taken.before().related().equals(written.related())) {
      relate(article, written.related());
    }
    return desk.putDown(taken, written, save);
  }

  /** Removes an article with its history. What was public answers as if it had never been. */
  @Transactional
  void delete(String id, IfMatch ifMatch, @Nullable String note) {
    ArticleDesk.Taken taken = desk.take(id, Action.ARTICLE_DELETE, ifMatch);
    ObjectNode before = taken.beforeTree().deepCopy();
    before.setAll(taken.beforeState());
    entities.remove(taken.article());
    entities.flush();
    desk.record(
        taken.article(),
        desk.save("deleteArticle", note, null),
        FieldChange.between(before, before.objectNode()));
  }

  private void relate(Article article, List<Long> related) {
    Session session = entities.unwrap(Session.class);
    session
        .createNativeMutationQuery("delete from article_related where article_id = :id")
        .setParameter("id", article.id())
        .executeUpdate();
    session
        .createNativeMutationQuery(
            """
            insert into article_related (article_id, position, related_id)
            select :id, r.place - 1, r.id from unnest(:related) with ordinality as r(id, place)
            """)
        .setParameter("id", article.id())
        .setParameter("related", related.toArray(Long[]::new))
        .executeUpdate();
  }

  /** A number at a sender names one article. */
  private void refuseTaken(ArticleContent content, @Nullable Article self) {
    if (content.externalId() == null) {
      return;
    }
    List<Article> holders =
        entities
            .createQuery(
                """
                from Article a
                where a.externalId = :externalId and a.source is not distinct from :source
                """,
                Article.class)
            .setParameter("externalId", content.externalId())
            .setParameter("source", content.source())
            .getResultList();
    for (Article holder : holders) {
      if (!holder.equals(self)) {
        // Of what the caller may not see, no more is told than that this cannot be.
        throw ProblemException.ofFields(
            ProblemType.CONFLICT,
            policy.isVisible(ArticleDesk.placement(holder))
                ? "Article " + holder.id() + " has this number at this source."
                : "This number cannot be had at this source.",
            List.of(new FieldError("/externalId", "cannot be had at this source")));
      }
    }
  }

  /** Whoever has the old path finds the article, however paths are made later. */
  private void leaveRedirect(Article article, String slug) {
    long id = Objects.requireNonNull(article.id());
    String before = site.articlePath(id, article.content().slug());
    if (before.equals(site.articlePath(id, slug))
        || !NewsroomStatus.of(article, clock.instant()).wasPublic()) {
      return;
    }
    Session session = entities.unwrap(Session.class);
    session
        .createNativeMutationQuery(
            """
            insert into redirect (path, article_id, created_at) values (:path, :article, :now)
            on conflict (path) do update
              set article_id = excluded.article_id, section_id = null, created_at = excluded.created_at
            """)
        .setParameter("path", before)
        .setParameter("article", id)
        .setParameter("now", clock.instant())
        .executeUpdate();
    session
        .createNativeMutationQuery("delete from redirect where path = :path")
        .setParameter("path", site.articlePath(id, slug))
        .executeUpdate();
  }

  private static long sectionOf(Written written) {
    return Objects.requireNonNull(written.content().section().id());
  }
}
