package dev.sarkhat.article.editing;

import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleContent;
import dev.sarkhat.article.ArticleDetails;
import dev.sarkhat.article.ArticleDigest;
import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.article.ArticleView;
import dev.sarkhat.article.BodyForm;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRef;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Site;
import dev.sarkhat.section.SectionRef;
import dev.sarkhat.source.Source;
import dev.sarkhat.source.SourceRef;
import dev.sarkhat.tag.TagRef;
import dev.sarkhat.text.TextDirection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what is written as readers would see it. */
@ApplicationScoped
class PreviewRendering {

  private static final Fields<ArticleView> EVERYTHING = Fields.of(ArticleView.class, null);

  private final Site site;
  private final Rendering rendering;

  @Inject
  PreviewRendering(Site site, Rendering rendering) {
    this.site = site;
    this.rendering = rendering;
  }

  /**
   * The article as readers would see it if it said this and were public now.
   *
   * @param revision the number of the revision that said it
   */
  ArticleView of(Article article, int revision, Written written, Set<BodyForm> forms) {
    ArticleContent content = written.content();
    ArticleDetails details =
        new ArticleDetails(
            content.body(), content.pullQuotes(), content.seo(), content.attributes());
    return ArticleView.of(summary(article, revision, written), details, null, forms, EVERYTHING);
  }

  private ArticleSummary summary(Article article, int revision, Written written) {
    ArticleContent content = written.content();
    ArticleDigest digest = ArticleDigest.of(content);
    long id = Objects.requireNonNull(article.id());
    String path = site.articlePath(id, content.slug());
    Instant publishedAt = article.publishedAt() == null ? rendering.asOf() : article.publishedAt();
    return new ArticleSummary(
        id,
        content.type(),
        content.kicker(),
        content.title(),
        content.subtitle(),
        content.lead(),
        digest.excerpt(),
        content.slug(),
        path,
        site.address(path),
        content.lang(),
        TextDirection.of(content.lang()),
        SectionRef.of(content.section(), rendering),
        written.tags().stream().map(tag -> TagRef.of(tag, rendering)).toList(),
        source(content.source()),
        content.sourceUrl(),
        source(content.originalSource()),
        content.originalSourceUrl(),
        written.credits().entrySet().stream()
            .map(each -> credit(each.getKey(), each.getValue()))
            .toList(),
        content.image(),
        publishedAt,
        null,
        article.updatedAt(),
        digest.readingMinutes(),
        revision);
  }

  private @Nullable SourceRef source(@Nullable Source source) {
    return source == null
        ? null
        : SourceRef.of(
            Objects.requireNonNull(source.id()),
            source.slug(),
            source.title(),
            source.url(),
            rendering);
  }

  private ContributorRef credit(Contributor contributor, ContributorRole role) {
    return ContributorRef.of(
        Objects.requireNonNull(contributor.id()),
        contributor.slug(),
        contributor.name(),
        role,
        rendering);
  }
}
