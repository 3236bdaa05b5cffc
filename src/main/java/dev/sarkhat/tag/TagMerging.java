package dev.sarkhat.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Idempotent;
import dev.sarkhat.access.Policy;
import dev.sarkhat.database.NamesLock;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Saved;
import dev.sarkhat.json.JsonFields;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Merges tags. One transaction makes the tag an alias of the other, and so decides everything; then
 * its articles follow, a number in each transaction, so that none is long, and readers see each
 * article under one of the two. Whatever is interrupted goes on when the request is sent again or
 * another tag is merged, and else by itself, on whatever node.
 */
@ApplicationScoped
class TagMerging {

  private static final String OPERATION = "mergeTag";

  private static final Duration EVERY = Duration.ofSeconds(30);

  /** How many articles one transaction takes along. */
  static final int ARTICLES_AT_ONCE = 1_000;

  private final TagRepository tags;
  private final TagEditing editing;
  private final Policy policy;
  private final NamesLock lock;

  @Inject
  TagMerging(TagRepository tags, TagEditing editing, Policy policy, NamesLock lock) {
    this.tags = tags;
    this.editing = editing;
    this.policy = policy;
    this.lock = lock;
  }

  /** Goes on with merges whose process has died: one statement where there are none. */
  @Produces
  @Singleton
  RecurringTask<Void> goingOn() {
    return Tasks.recurring("tag-merging", FixedDelay.of(EVERY))
        .execute((instance, context) -> finish());
  }

  /** Makes one tag an alias of another, and answers with that. */
  @Idempotent
  @Transactional
  RestResponse<TagDocument> begin(String slug, @Nullable String ifMatch, JsonFields body) {
    policy.require(Action.NAMES_REMOVE);
    TagMerge merge = TagMerge.read(body);
    Tag into = findAgain(slug, merge);
    if (into == null) {
      into = merge(editing.locked(Action.NAMES_REMOVE, slug, ifMatch), merge);
    }
    return Saved.of(TagDocument.of(into), into.revision());
  }

  /** The tag that another is on its way to, if the request is an earlier one sent again. */
  private @Nullable Tag findAgain(String slug, TagMerge merge) {
    Tag gone = tags.find("slug = ?1 and mergedInto is not null", slug).firstResult();
    Tag into = gone == null ? null : tags.findById(gone.mergedInto());
    return into != null && into.slug().equals(merge.into()) ? into : null;
  }

  private Tag merge(Tag gone, TagMerge merge) {
    Tag into =
        tags.findBySlug(merge.into())
            .orElseThrow(() -> ProblemException.ofField("/into", "is the slug of no tag"));
    if (into.equals(gone)) {
      throw ProblemException.ofField("/into", "is the tag itself");
    }
    ObjectNode goneBefore = editing.content(gone);
    ObjectNode intoBefore = editing.content(into);
    Session session = tags.getSession();
    // The other's revision goes up, for it gets names.
    session.lock(into, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    for (String sql :
        List.of(
            "update tag set merged_into = :into where id = :gone or merged_into = :gone",
            "update merged_tag set tag_id = :into where tag_id = :gone",
            "insert into merged_tag (id, tag_id) values (:gone, :into)",
            "update tag_alias set tag_id = :into where tag_id = :gone",
            """
            insert into tag_alias (slug, tag_id, title, match_key)
            select slug, :into, title, match_key from tag where id = :gone
            """,
            "update menu_item set tag_id = :into where tag_id = :gone")) {
      run(session, sql, gone, into);
    }
    session.refresh(into);
    ObjectNode none = goneBefore.objectNode();
    editing.record(OPERATION, gone, goneBefore, none.put("mergedInto", into.slug()));
    editing.record(OPERATION, into, intoBefore, editing.content(into));
    return into;
  }

  private static void run(Session session, String sql, Tag gone, Tag into) {
    var statement =
        session
            .createNativeMutationQuery(sql)
            .setParameter("gone", Objects.requireNonNull(gone.id()));
    statement.setParameter("into", Objects.requireNonNull(into.id())).executeUpdate();
  }

  /** Takes the articles of all tags along that have become aliases. */
  void finish() {
    boolean more = true;
    while (more) {
      more = QuarkusTransaction.requiringNew().call(this::takeSomeAlong);
    }
  }

  private boolean takeSomeAlong() {
    lock.take();
    Session session = tags.getSession();
    // Whoever gives an article the tag has ended, and nobody begins.
    Object[] merging =
        session
            .createNativeQuery(
                """
                select id, merged_into from tag where merged_into is not null
                order by id limit 1 for update
                """,
                Object[].class)
            .uniqueResult();
    if (merging == null) {
      return false;
    }
    long gone = ((Number) merging[0]).longValue();
    Long[] articles = articles(session, gone);
    if (articles.length == 0) {
      session
          .createNativeMutationQuery("delete from tag where id = :gone")
          .setParameter("gone", gone)
          .executeUpdate();
      return true;
    }
    for (String sql :
        List.of(
            """
            update article_tag kept set position = least(kept.position, other.position)
            from article_tag other
            where other.tag_id = :gone and other.article_id = any(:articles)
              and kept.tag_id = :into and kept.article_id = other.article_id
            """,
            """
            delete from article_tag twice where tag_id = :gone and article_id = any(:articles)
              and exists (select from article_tag kept
                          where kept.article_id = twice.article_id and kept.tag_id = :into)
            """,
            """
            update article_tag set tag_id = :into
            where tag_id = :gone and article_id = any(:articles)
            """)) {
      session
          .createNativeMutationQuery(sql)
          .setParameter("gone", gone)
          .setParameter("into", ((Number) merging[1]).longValue())
          .setParameter("articles", articles)
          .executeUpdate();
    }
    return true;
  }

  /** Some of the tag's articles. Whoever edits one of them ends first, or waits. */
  private static Long[] articles(Session session, long tag) {
    return session
        .createNativeQuery(
            """
            select a.id from article a
            where a.id in (
              select article_id from article_tag where tag_id = :tag order by article_id limit :most)
            order by a.id for update
            """,
            Long.class)
        .setParameter("tag", tag)
        .setParameter("most", ARTICLES_AT_ONCE)
        .getResultList()
        .toArray(Long[]::new);
  }
}
