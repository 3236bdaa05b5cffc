package dev.sarkhat.article;

import dev.sarkhat.contributor.ContributorRepository;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.http.Tombstone;
import dev.sarkhat.paging.Page;
import dev.sarkhat.paging.Total;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.source.SourceRepository;
import dev.sarkhat.tag.TagRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The articles. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepository<Article> {

  private static final Fields<ArticleSummary> EVERYTHING = Fields.of(ArticleSummary.class, null);

  private final ArticleSummaries summaries;
  private final RelatedArticles related;
  private final SectionRepository sections;
  private final TagRepository tags;
  private final SourceRepository sources;
  private final ContributorRepository contributors;
  private final Cursors cursors;
  private final Clock clock;

  @Inject
  ArticleRepository(
      ArticleSummaries summaries,
      RelatedArticles related,
      SectionRepository sections,
      TagRepository tags,
      SourceRepository sources,
      ContributorRepository contributors,
      Cursors cursors,
      Clock clock) {
    this.summaries = summaries;
    this.related = related;
    this.sections = sections;
    this.tags = tags;
    this.sources = sources;
    this.contributors = contributors;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** One page of what is public now. */
  Page<ArticleSummary> page(ArticleQuery query) {
    Instant asOf = clock.instant();
    ArticleSort sort = query.sort();
    String list = query.listName();
    int limit = query.limit();
    Fields<ArticleSummary> fields = query.fields(ArticleSummary.class);
    CountMode count = query.count();
    ArticlePosition after = position(cursors.keys(list, query.cursor()));

    ArticleListing listing = new ArticleListing(filter(query), sort, asOf);
    Page<ArticlePosition> page =
        Page.cut(
            positions(listing.page(after, limit + 1)),
            limit,
            last ->
                cursors.after(
                    list, String.valueOf(last.at().toEpochMilli()), String.valueOf(last.id())));
    List<Long> ids = page.data().stream().map(ArticlePosition::id).toList();
    return page.with(summaries.of(ids, fields, query.calendar()))
        .map(fields::of)
        .counted(total(listing, count));
  }

  /**
   * One article that is public now.
   *
   * @throws ProblemException 404 where there is none, 410 where it has been withdrawn
   */
  ArticleView view(long id, ArticleDetailQuery query) {
    Fields<ArticleView> fields = query.fields();
    boolean relatedWanted = query.related() && fields.has("related");
    Set<BodyForm> forms = query.forms();
    Instant asOf = clock.instant();
    Article article = publicArticle(id, asOf);
    List<ArticleSummary> summary = summaries.of(List.of(id), fields, query.calendar());
    if (summary.isEmpty()) {
      throw ProblemException.notFound();
    }
    List<ArticleSummary> alike =
        relatedWanted
            ? summaries.of(
                related.of(id, asOf, RelatedArticles.DEFAULT_LIMIT), EVERYTHING, query.calendar())
            : null;
    return fields.of(ArticleView.of(summary.get(0), article, alike, forms, fields));
  }

  /**
   * What lists show of one article that is public at the instant.
   *
   * @throws ProblemException 404 where there is none, 410 where it has been withdrawn
   */
  public ArticleSummary summary(long id, Instant asOf) {
    publicArticle(id, asOf);
    return summaries.of(List.of(id), EVERYTHING, null).stream()
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /** The articles that go with one that is public now. */
  Page<ArticleSummary> related(long id, RelatedQuery query) {
    int limit = query.limit();
    Fields<ArticleSummary> fields = query.fields();
    Instant asOf = clock.instant();
    publicArticle(id, asOf);
    List<ArticleSummary> found =
        summaries.of(related.of(id, asOf, limit), fields, query.calendar());
    return Page.last(found, limit).map(fields::of);
  }

  /**
   * The article, if it is public at the instant.
   *
   * @throws ProblemException 404 where there is none, 410 where it has been withdrawn
   */
  Article publicArticle(long id, Instant asOf) {
    Object[] found =
        getSession()
            .createQuery(
                """
                select a, cast(function('is_public', a.status, a.publishedAt, a.expireAt, :asOf) as Boolean)
                from Article a where a.id = :id
                """,
                Object[].class)
            .setParameter("id", id)
            .setParameter("asOf", asOf)
            .getSingleResultOrNull();
    if (found == null) {
      throw ProblemException.notFound();
    }
    Article article = (Article) found[0];
    if (article.status() == ArticleStatus.WITHDRAWN) {
      throw ProblemException.gone(
          new Tombstone(
              id, Objects.requireNonNull(article.withdrawnAt()), article.withdrawnReason()));
    }
    if (!Boolean.TRUE.equals(found[1])) {
      throw ProblemException.notFound();
    }
    return article;
  }

  private static @Nullable ArticlePosition position(@Nullable List<String> keys) {
    return keys == null
        ? null
        : new ArticlePosition(
            Instant.ofEpochMilli(Long.parseLong(keys.get(0))), Long.parseLong(keys.get(1)));
  }

  private List<ArticlePosition> positions(ArticleListing.Statement statement) {
    List<ArticlePosition> positions = new ArrayList<>();
    NativeQuery<Object[]> query = query(statement, Object[].class);
    for (Object[] columns : query.getResultList()) {
      positions.add(new ArticlePosition((Instant) columns[1], ((Number) columns[0]).longValue()));
    }
    return positions;
  }

  private @Nullable Total total(ArticleListing listing, @Nullable CountMode mode) {
    if (mode == null) {
      return null;
    }
    return switch (mode) {
      case EXACT -> Total.exact(count(listing.count(null)));
      case CAPPED -> Total.capped(count(listing.count(Total.CAP + 1)));
    };
  }

  private long count(ArticleListing.Statement statement) {
    return query(statement, Long.class).getSingleResult();
  }

  private <T> NativeQuery<T> query(ArticleListing.Statement statement, Class<T> row) {
    if (statement.customPlan()) {
      getSession()
          .createNativeQuery("set local plan_cache_mode = force_custom_plan")
          .executeUpdate();
    }
    NativeQuery<T> query = getSession().createNativeQuery(statement.sql(), row);
    statement.parameters().forEach(query::setParameter);
    return query;
  }

  private ArticleFilter filter(ArticleQuery query) {
    List<Set<String>> sectionSlugs = query.sections();
    List<Set<String>> tagSlugs = query.tags();
    Map<String, Long> sectionIds =
        known(
            sections::idsBySlug,
            "section",
            sectionSlugs,
            "excludeSection",
            query.excludedSections());
    Map<String, Long> tagIds =
        known(tags::idsBySlug, "tag", tagSlugs, "excludeTag", query.excludedTags());
    Map<String, Long> sourceIds =
        known(sources::idsBySlug, "source", query.sources(), "source", Set.of());
    Map<String, Long> contributorIds =
        known(
            contributors::idsBySlug, "contributor", query.contributors(), "contributor", Set.of());
    return new ArticleFilter(
        ids(sectionSlugs, sectionIds),
        ids(tagSlugs, tagIds),
        ids(query.sources(), sourceIds),
        ids(query.contributors(), contributorIds),
        query.types(),
        query.langs(),
        query.ids(),
        ids(query.excludedSections(), sectionIds),
        ids(query.excludedTags(), tagIds),
        query.from(),
        query.to());
  }

  /** Looks up the slugs of a kind in one statement, and refuses those that nothing has. */
  private static Map<String, Long> known(
      Function<Collection<String>, Map<String, Long>> lookup,
      String parameter,
      List<Set<String>> wanted,
      String excludeParameter,
      Set<String> excluded) {
    Map<String, String> parameters = new HashMap<>();
    excluded.forEach(slug -> parameters.put(slug, excludeParameter));
    wanted.forEach(any -> any.forEach(slug -> parameters.put(slug, parameter)));
    if (parameters.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> ids = lookup.apply(parameters.keySet());
    parameters.forEach(
        (slug, name) -> {
          if (!ids.containsKey(slug)) {
            throw ProblemException.ofParameter(
                ProblemType.UNKNOWN_VALUE, name, "There is no \"" + slug + "\".");
          }
        });
    return ids;
  }

  private static List<Set<Long>> ids(List<Set<String>> slugs, Map<String, Long> ids) {
    return slugs.stream().map(any -> ids(any, ids)).toList();
  }

  private static Set<Long> ids(Set<String> slugs, Map<String, Long> ids) {
    return Set.copyOf(slugs.stream().map(slug -> Objects.requireNonNull(ids.get(slug))).toList());
  }
}
