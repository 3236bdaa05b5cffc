package dev.sarkhat.resolve;

import dev.sarkhat.article.ArticleRepository;
import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.article.Redirect;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Site;
import dev.sarkhat.section.Section;
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
        .or(
            () ->
                listPage(
                    path,
                    "/tags/",
                    EntityKind.TAG,
                    slug -> tags.findBySlug(slug).map(Tag::id),
                    slug -> new Resolution.OfTag(path, slug)))
        .or(
            () ->
                listPage(
                    path,
                    "/sources/",
                    EntityKind.SOURCE,
                    slug -> sources.findBySlug(slug).map(Source::id),
                    slug -> new Resolution.OfSource(path, slug)))
        .or(
            () ->
                listPage(
                    path,
                    "/contributors/",
                    EntityKind.CONTRIBUTOR,
                    slug -> contributors.findBySlug(slug).map(Contributor::id),
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
    Optional<Section> section = sections.find("path", path).firstResultOptional();
    if (section.isEmpty()) {
      rendering.showsAll(EntityKind.SECTION);
    }
    return section.map(found -> new Resolution.OfSection(path, SectionRef.of(found, rendering)));
  }

  private Optional<Resolution> listPage(
      String path,
      String prefix,
      EntityKind kind,
      Function<String, Optional<Long>> lookup,
      Function<String, Resolution> page) {
    if (!path.startsWith(prefix)) {
      return Optional.empty();
    }
    String slug = path.substring(prefix.length());
    Optional<Long> id = lookup.apply(slug);
    id.ifPresentOrElse(found -> rendering.shows(kind, found), () -> rendering.showsAll(kind));
    return id.map(found -> page.apply(slug));
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
    Section section = sections.findById(Objects.requireNonNull(target.sectionId()));
    rendering.shows(EntityKind.SECTION, target.sectionId());
    return Optional.of(new Resolution.Redirect(301, section.path()));
  }
}
