package dev.sarkhat.article.editing;

import dev.sarkhat.access.Action;
import dev.sarkhat.access.Caller;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleLifecycle;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.http.IfMatch;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.text.TextNormalizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves articles on their way to the readers and back. Each move is a revision; what is not
 * possible from where an article stands is a conflict, and nothing happens.
 */
@ApplicationScoped
class ArticlePublishing {

  private final ArticleDesk desk;
  private final Caller caller;
  private final Clock clock;

  @Inject
  ArticlePublishing(ArticleDesk desk, Caller caller, Clock clock) {
    this.desk = desk;
    this.caller = caller;
    this.clock = clock;
  }

  /** What a move does to an article, given where it stands now. */
  private interface Move {
    void make(Article article, NewsroomStatus from, Instant now);
  }

  private ArticleDocument move(
      String id,
      Action action,
      IfMatch ifMatch,
      String operation,
      @Nullable String note,
      Move move) {
    ArticleDesk.Taken taken = desk.take(id, action, ifMatch);
    Article article = taken.article();
    Instant now = clock.instant();
    move.make(article, NewsroomStatus.of(article, now), now);
    return desk.putDown(taken, taken.before(), desk.save(operation, note, null));
  }

  /** Hands a draft to the editors. */
  @Transactional
  ArticleDocument submit(String id, IfMatch ifMatch, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_SUBMIT,
        ifMatch,
        "submitArticle",
        note,
        (article, from, now) -> {
          require(from == NewsroomStatus.DRAFT, "Only a draft can be submitted.", from);
          article.moveTo(unpublished(article, ArticleStatus.IN_REVIEW));
        });
  }

  /** Approves of a submitted article as it is. */
  @Transactional
  ArticleDocument approve(String id, IfMatch ifMatch, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_REVIEW,
        ifMatch,
        "approveArticle",
        note,
        (article, from, now) -> {
          require(
              from == NewsroomStatus.IN_REVIEW, "Only what was submitted can be approved.", from);
          article.approve(caller.principal().id(), now);
        });
  }

  /** Hands a submitted or scheduled article back to its writer, as a draft. */
  @Transactional
  ArticleDocument sendBack(String id, IfMatch ifMatch, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_REVIEW,
        ifMatch,
        "sendBackArticle",
        note,
        (article, from, now) -> {
          require(
              from == NewsroomStatus.IN_REVIEW || from == NewsroomStatus.SCHEDULED,
              "Only what was submitted or scheduled can be sent back; what is public is withdrawn.",
              from);
          article.moveTo(unpublished(article, ArticleStatus.DRAFT));
        });
  }

  /**
   * Makes an article public.
   *
   * @param since the instant that readers see, not ahead; null for now
   */
  @Transactional
  ArticleDocument publish(
      String id, IfMatch ifMatch, @Nullable Instant since, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_PUBLISH,
        ifMatch,
        "publishArticle",
        note,
        (article, from, now) -> {
          require(
              !from.wasPublic(),
              from == NewsroomStatus.WITHDRAWN
                  ? "What was withdrawn is restored."
                  : "It is public already, or was until it expired: change when it expires.",
              from);
          Instant publishedAt = since == null ? now : since;
          if (publishedAt.isAfter(now)) {
            throw ProblemException.ofField("/publishedAt", "is ahead: schedule the article");
          }
          refuseEmbargoed(article, publishedAt);
          makePublic(article, ArticleStatus.PUBLISHED, publishedAt);
        });
  }

  /** Makes an article public from an instant ahead. */
  @Transactional
  ArticleDocument schedule(String id, IfMatch ifMatch, Instant publishAt, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_PUBLISH,
        ifMatch,
        "scheduleArticle",
        note,
        (article, from, now) -> {
          require(!from.wasPublic(), "It is or was public.", from);
          if (!publishAt.isAfter(now)) {
            throw ProblemException.ofField("/publishAt", "is not ahead: publish the article");
          }
          refuseEmbargoed(article, publishAt);
          makePublic(article, ArticleStatus.SCHEDULED, publishAt);
        });
  }

  /** Lets nobody make an article public before an instant; null lifts that. */
  @Transactional
  ArticleDocument embargo(
      String id, IfMatch ifMatch, @Nullable Instant until, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_PUBLISH,
        ifMatch,
        "embargoArticle",
        note,
        (article, from, now) -> {
          if (until != null) {
            require(!from.wasPublic(), "It is or was public, which an embargo cannot undo.", from);
            Instant publishedAt = article.lifecycle().publishedAt();
            require(
                from != NewsroomStatus.SCHEDULED
                    || publishedAt == null
                    || !publishedAt.isBefore(until),
                "It is scheduled for " + publishedAt + ": schedule it for later first.",
                from);
          }
          article.embargo(until);
        });
  }

  /** Says from when an article is public no more; null for never. */
  @Transactional
  ArticleDocument expire(
      String id, IfMatch ifMatch, @Nullable Instant expireAt, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_PUBLISH,
        ifMatch,
        "expireArticle",
        note,
        (article, from, now) -> {
          ArticleLifecycle lifecycle = article.lifecycle();
          if (expireAt != null
              && lifecycle.publishedAt() != null
              && !expireAt.isAfter(lifecycle.publishedAt())) {
            throw ProblemException.ofField("/expireAt", "is not later than the publishing");
          }
          article.moveTo(
              new ArticleLifecycle(
                  lifecycle.status(),
                  lifecycle.publishedAt(),
                  expireAt,
                  lifecycle.withdrawnAt(),
                  lifecycle.withdrawnReason()));
        });
  }

  /** Takes back what is or was public: a tombstone stands in its place. */
  @Transactional
  ArticleDocument withdraw(String id, IfMatch ifMatch, String reason, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_PUBLISH,
        ifMatch,
        "withdrawArticle",
        note,
        (article, from, now) -> {
          require(
              from == NewsroomStatus.PUBLISHED || from == NewsroomStatus.EXPIRED,
              "Only what is or was public is withdrawn; what is scheduled is sent back.",
              from);
          ArticleLifecycle lifecycle = article.lifecycle();
          article.moveTo(
              new ArticleLifecycle(
                  ArticleStatus.WITHDRAWN,
                  lifecycle.publishedAt(),
                  lifecycle.expireAt(),
                  now,
                  TextNormalizer.prose(reason, article.content().lang())));
        });
  }

  /** Makes what was withdrawn public again, as of the instant when it first was. */
  @Transactional
  ArticleDocument restore(String id, IfMatch ifMatch, @Nullable String note) {
    return move(
        id,
        Action.ARTICLE_PUBLISH,
        ifMatch,
        "restoreArticle",
        note,
        (article, from, now) -> {
          require(from == NewsroomStatus.WITHDRAWN, "Only what was withdrawn is restored.", from);
          ArticleLifecycle lifecycle = article.lifecycle();
          // An import may have brought it withdrawn, without saying when it was public.
          Instant publishedAt = lifecycle.publishedAt() == null ? now : lifecycle.publishedAt();
          refuseEmbargoed(article, publishedAt);
          makePublic(article, ArticleStatus.PUBLISHED, publishedAt);
        });
  }

  private static ArticleLifecycle unpublished(Article article, ArticleStatus status) {
    return new ArticleLifecycle(status, null, article.lifecycle().expireAt(), null, null);
  }

  private static void makePublic(Article article, ArticleStatus status, Instant publishedAt) {
    Instant expireAt = article.lifecycle().expireAt();
    if (expireAt != null && !expireAt.isAfter(publishedAt)) {
      throw conflict("It expires at " + expireAt + ", before that: change when it expires first.");
    }
    article.moveTo(new ArticleLifecycle(status, publishedAt, expireAt, null, null));
  }

  private static void refuseEmbargoed(Article article, Instant publishedAt) {
    Instant embargo = article.embargoUntil();
    if (embargo != null && publishedAt.isBefore(embargo)) {
      throw conflict("It is under embargo until " + embargo + ".");
    }
  }

  private static void require(boolean possible, String rule, NewsroomStatus from) {
    if (!possible) {
      throw conflict(rule + " This article is " + from.value() + ".");
    }
  }

  private static ProblemException conflict(String detail) {
    return ProblemException.of(ProblemType.CONFLICT, detail);
  }
}
