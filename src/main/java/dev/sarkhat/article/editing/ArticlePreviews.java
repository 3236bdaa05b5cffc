package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Action;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.Policy;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.article.ArticleView;
import dev.sarkhat.article.BodyForm;
import dev.sarkhat.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows articles before they are public to whoever has been given a link. */
@ApplicationScoped
class ArticlePreviews {

  private final EntityManager entities;
  private final ArticleDesk desk;
  private final Policy policy;
  private final ArticleRevisions revisions;
  private final RevisionWords words;
  private final PreviewRendering rendering;
  private final PreviewKey key;
  private final Audit audit;
  private final Clock clock;

  @Inject
  ArticlePreviews(
      EntityManager entities,
      ArticleDesk desk,
      Policy policy,
      ArticleRevisions revisions,
      RevisionWords words,
      PreviewRendering rendering,
      PreviewKey key,
      Audit audit,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.policy = policy;
    this.revisions = revisions;
    this.words = words;
    this.rendering = rendering;
    this.key = key;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a link.
   *
   * @param revision which revision it shows; null for the present one
   * @throws ProblemException 404 if there is no such article or revision, or the caller may not see
   *     it
   */
  @Transactional
  PreviewLink link(String id, @Nullable Integer revision, Duration validity) {
    policy.require(Action.ARTICLE_PREVIEW);
    Article article = desk.read(id);
    policy.require(Action.ARTICLE_PREVIEW, ArticleDesk.placement(article));
    RevisionDocument shown =
        revisions.one(id, String.valueOf(revision == null ? article.revision() : revision));
    // A link that could show nothing is not made.
    words.of(article, shown.revision(), revisions.words(article, shown.revision()));
    Instant expiresAt = clock.instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
    PreviewToken token =
        new PreviewToken(Objects.requireNonNull(article.id()), shown.revision(), expiresAt);
    audit.record(
        "createPreview",
        "article",
        String.valueOf(article.id()),
        "revision " + shown.revision() + " until " + expiresAt,
        List.of());
    return new PreviewLink(
        "/v1/previews/" + token.signed(key.bytes()), shown.revision(), expiresAt);
  }

  /** What was withdrawn shows in no link that was made before; editors may make a new one. */
  private static boolean isTakenBackSince(Article article, int revision) {
    return article.lifecycle().status() == ArticleStatus.WITHDRAWN && revision < article.revision();
  }

  /**
   * What a link shows: the revision, as readers would see it.
   *
   * @throws ProblemException 404 if nobody has made the link, it has expired, or the article is
   *     gone
   */
  @Transactional
  ArticleView show(String text, Set<BodyForm> forms) {
    PreviewToken token =
        PreviewToken.verified(text, key.bytes())
            .filter(each -> each.expiresAt().isAfter(clock.instant()))
            .orElseThrow(ProblemException::notFound);
    Article article = entities.find(Article.class, token.articleId());
    if (article == null || isTakenBackSince(article, token.revision())) {
      throw ProblemException.notFound();
    }
    ObjectNode content = revisions.words(article, token.revision());
    Written written = words.of(article, token.revision(), content);
    return rendering.of(article, token.revision(), written, forms);
  }
}
