package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Caller;
import dev.sarkhat.access.Placement;
import dev.sarkhat.access.Policy;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.Parameters;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.json.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * How an article is taken up and put down again by whoever changes it: who may, which revision is
 * changed, and what is written down of it.
 */
@ApplicationScoped
class ArticleDesk {

  private final EntityManager entities;
  private final Policy policy;
  private final Caller caller;
  private final ArticleDocuments documents;
  private final ArticleHistory history;
  private final Audit audit;
  private final Clock clock;

  @Inject
  ArticleDesk(
      EntityManager entities,
      Policy policy,
      Caller caller,
      ArticleDocuments documents,
      ArticleHistory history,
      Audit audit,
      Clock clock) {
    this.entities = entities;
    this.policy = policy;
    this.caller = caller;
    this.documents = documents;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An article that is being changed. It is locked: whoever else wants to change it waits, and then
   * finds another revision.
   *
   * @param before what was written in it
   * @param beforeTree the same as JSON
   * @param beforeState where it stood, as JSON
   */
  record Taken(Article article, Written before, ObjectNode beforeTree, ObjectNode beforeState) {}

  /** Where an article stands. */
  static Placement placement(Article article) {
    return new Placement(
        Objects.requireNonNull(article.section().id()),
        article.createdBy(),
        article.lifecycle().status() == ArticleStatus.DRAFT);
  }

  /**
   * An article to be read by whoever may see it.
   *
   * @throws ProblemException 404 if there is none, or the caller may not see it
   */
  Article read(String id) {
    policy.require(Action.ARTICLE_READ);
    Article article = entities.find(Article.class, number(id));
    if (article == null) {
      throw ProblemException.notFound();
    }
    policy.requireVisible(placement(article));
    return article;
  }

  /**
   * Takes an article up for a change.
   *
   * @throws ProblemException 403 or 404 if the caller may not do this, 412 if it has another
   *     revision than the change is a change of
   */
  Taken take(String id, Action action, IfMatch ifMatch) {
    policy.require(action);
    // Whoever may not have it neither waits for those who do nor lets them wait.
    policy.require(action, placement(number(id)));
    Article article = entities.find(Article.class, number(id), LockModeType.PESSIMISTIC_WRITE);
    if (article == null) {
      throw ProblemException.notFound();
    }
    // It may have been moved meanwhile.
    policy.require(action, placement(article));
    ifMatch.require(article.revision());
    Written before = documents.written(article);
    history.keepPresent(Map.of(article, before));
    // From here on one flush writes the change, so that it is one revision.
    entities.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
    return new Taken(article, before, documents.tree(before), ArticleState.tree(article));
  }

  /** Where an article stands that nobody has read yet. */
  private Placement placement(long id) {
    return entities
        .createQuery(
            "select a.section.id, a.createdBy, a.status from Article a where a.id = :id",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> new Placement((Long) row[0], (Long) row[1], row[2] == ArticleStatus.DRAFT))
        .orElseThrow(ProblemException::notFound);
  }

  /** Puts a new article down. */
  ArticleDocument putDownNew(Article article, Written written, ArticleHistory.Save save) {
    entities.flush();
    ObjectNode after = documents.tree(written);
    history.add(article, written, after, save);
    ObjectNode nothing = after.objectNode();
    record(article, save, FieldChange.between(nothing, after));
    return documents.of(article);
  }

  /**
   * Puts an article down after a change of any kind: a revision more.
   *
   * @param written what is written in it now
   */
  ArticleDocument putDown(Taken taken, Written written, ArticleHistory.Save save) {
    Article article = taken.article();
    int revision = article.revision();
    article.savedBy(caller.principal().id(), clock.instant());
    entities.flush();
    if (article.revision() == revision) {
      // Nothing of the row has changed, not even the millisecond.
      entities.lock(article, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
    ObjectNode after = documents.tree(written);
    history.add(article, written, after, save);
    ObjectNode before = taken.beforeTree().deepCopy();
    before.setAll(taken.beforeState());
    ObjectNode all = after.deepCopy();
    all.setAll(ArticleState.tree(article));
    record(article, save, FieldChange.between(before, all));
    return documents.of(article);
  }

  /** Writes down that something was done to an article. */
  void record(Article article, ArticleHistory.Save save, List<FieldChange> changes) {
    audit.record(save.operation(), "article", String.valueOf(article.id()), save.note(), changes);
  }

  /** A save by the caller. */
  ArticleHistory.Save save(String operation, @Nullable String note, byte @Nullable [] received) {
    return new ArticleHistory.Save(caller.principal(), operation, note, received, null);
  }

  private static long number(String id) {
    Long number = Parameters.id(id);
    if (number == null) {
      throw ProblemException.notFound();
    }
    return number;
  }
}
