package dev.sarkhat.resolve;

import dev.sarkhat.article.ArticleRepository;
import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.article.Redirect;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Site;
import dev.sarkhat.section.SectionRef;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.source.Source;
import dev.sarkhat.source.SourceRepository;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Tells what a path of the site is: today's page of something, or where it has moved. */
@ApplicationScoped
class PathResolver {

  private static final String TAGS = "/tags/";

  private final EntityManager entityManager;
  private final ArticleRepository articles;
  private final SectionRepository sections;
  private final TagRepository tags;
  private final SourceRepository sources;
  private final ContributorRepository contributors;
  private final Rendering rendering;
  private final SitePaths paths;

  @Inject
  PathResolver(
      EntityManager entityManager,
      ArticleRepository articles,
      SectionRepository sections,
      TagRepository tags,
      SourceRepository sources,
      ContributorRepository contributors,
      Rendering rendering,
      Site site) {
    this.entityManager = entityManager;
    this.articles = articles;
    this.sections = sections;
    this.tags = tags;
    this.sources = sources;
    this.contributors = contributors;
    this.rendering = rendering;
    this.paths = new SitePaths(site);
  }

  /**
   * What the path is.
   *
   * @param path a path of the site, without query
   * @throws ProblemException 404 where nothing public is or was, 410 for a withdrawn article
   */
  Resolution resolve(String path) {
    String plain =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Resolution found = find(plain);
    return plain.equals(path) ? found : new Resolution.Redirect(301, found.target());
  }

  private Resolution find(String path) {
    OptionalLong article = paths.articleId(path);
    if (article.isPresent()) {
      return article(article.getAsLong(), path);
    }
    return section(path)
        .or(() -> tag(path))
        .or(
            () ->
                listPage(
                    path,
                    "/sources/",
                    slug -> sources.findShown(slug).map(Source::slug),
                    slug -> new Resolution.OfSource(path, slug)))
        .or(
            () ->
                listPage(
                    path,
                    "/contributors/",
                    slug -> contributors.findShown(slug).map(Contributor::slug),
                    slug -> new Resolution.OfContributor(path, slug)))
        .or(() -> redirect(path))
        .orElseThrow(ProblemException::notFound);
  }

  private Resolution article(long id, String path) {
    ArticleSummary summary = articles.summary(id);
    String today = Objects.requireNonNull(summary.path());
    return today.equals(path)
        ? new Resolution.OfArticle(path, summary)
        : new Resolution.Redirect(301, today);
  }

  private Optional<Resolution> section(String path) {
    return sections
        .findShownAt(path)
        .map(found -> new Resolution.OfSection(path, SectionRef.of(found, rendering)));
  }

  private Optional<Resolution> tag(String path) {
    if (!path.startsWith(TAGS)) {
      return Optional.empty();
    }
    String slug = path.substring(TAGS.length());
    return tags.findShown(slug)
        .map(Tag::slug)
        .map(
            today ->
                today.equals(slug)
                    ? new Resolution.OfTag(path, slug)
                    : new Resolution.Redirect(301, TAGS + today));
  }

  private static Optional<Resolution> listPage(
      String path,
      String prefix,
      Function<String, Optional<String>> lookup,
      Function<String, Resolution> page) {
    return path.startsWith(prefix)
        ? lookup.apply(path.substring(prefix.length())).map(page)
        : Optional.empty();
  }

  private Optional<Resolution> redirect(String path) {
    rendering.redirects();
    Redirect target = entityManager.find(Redirect.class, path);
    if (target == null) {
      return Optional.empty();
    }
    if (target.articleId() != null) {
      ArticleSummary summary = articles.summary(target.articleId());
      return Optional.of(new Resolution.Redirect(301, Objects.requireNonNull(summary.path())));
    }
    return sections
        .findShownById(Objects.requireNonNull(target.sectionId()))
        .map(section -> new Resolution.Redirect(301, section.path()));
  }
}
