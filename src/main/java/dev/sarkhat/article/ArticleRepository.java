package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.Tombstone;
import dev.sarkhat.paging.Page;
import dev.sarkhat.paging.Total;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The articles. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepository<Article> {

  private static final Fields<ArticleSummary> EVERYTHING = Fields.of(ArticleSummary.class, null);

  private final ArticleListingReader reader;
  private final ArticleSummaries summaries;
  private final RelatedArticles related;
  private final ArticleFilters filters;
  private final Cursors cursors;
  private final Rendering rendering;

  @Inject
  ArticleRepository(
      ArticleListingReader reader,
      ArticleSummaries summaries,
      RelatedArticles related,
      ArticleFilters filters,
      Cursors cursors,
      Rendering rendering) {
    this.reader = reader;
    this.summaries = summaries;
    this.related = related;
    this.filters = filters;
    this.cursors = cursors;
    this.rendering = rendering;
  }

  /** One page of what is public now. */
  Page<ArticleSummary> page(ArticleQuery query) {
    ArticleSort sort = query.sort();
    String list = query.listName();
    int limit = query.limit();
    Fields<ArticleSummary> fields = query.fields(ArticleSummary.class);
    CountMode count = query.count();
    ArticlePosition after = position(cursors.keys(list, query.cursor()));

    ArticleFilter filter = filters.of(query);
    filter.tell(sort, rendering);
    ArticleListing listing = new ArticleListing(filter, sort, rendering.asOf());
    Page<ArticlePosition> page =
        Page.cut(
            reader.positions(listing.page(after, limit + 1)),
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
    ArticleSummary summary = summary(id, fields, query.calendar());
    rendering.datedAt(summary.updatedAt());
    ArticleDetails details =
        fields.hasAny("body", "pullQuotes", "seo", "attributes")
            ? details(id)
            : ArticleDetails.NONE;
    List<ArticleSummary> alike =
        relatedWanted
            ? summaries.of(
                related.of(id, RelatedArticles.DEFAULT_LIMIT), EVERYTHING, query.calendar())
            : null;
    return fields.of(ArticleView.of(summary, details, alike, forms, fields));
  }

  /**
   * What lists show of one article that is public now.
   *
   * @throws ProblemException 404 where there is none, 410 where it has been withdrawn
   */
  public ArticleSummary summary(long id) {
    return summary(id, EVERYTHING, null);
  }

  private ArticleSummary summary(long id, Fields<?> fields, @Nullable Calendar calendar) {
    return summaries.of(List.of(id), fields, calendar).stream()
        .findFirst()
        .orElseThrow(() -> absence(id));
  }

  private ArticleDetails details(long id) {
    return getSession()
        .createQuery(ArticleDetails.QUERY, ArticleDetails.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> absence(id));
  }

  /** The articles that go with one that is public now. */
  Page<ArticleSummary> related(long id, RelatedQuery query) {
    int limit = query.limit();
    Fields<ArticleSummary> fields = query.fields();
    Calendar calendar = query.calendar();
    summary(id, Fields.of(ArticleSummary.class, "id"), null);
    List<ArticleSummary> found = summaries.of(related.of(id, limit), fields, calendar);
    return Page.last(found, limit).map(fields::of);
  }

  /** Why readers cannot see an article: it was withdrawn, or nothing public is there yet. */
  private ProblemException absence(long id) {
    rendering.shows(EntityKind.ARTICLE, id);
    return find("id", id)
        .project(Hidden.class)
        .firstResultOptional()
        .map(hidden -> hidden.absence(id, rendering))
        .orElseGet(ProblemException::notFound);
  }

  /** What decides how the absence of an article is told. */
  record Hidden(
      ArticleStatus status,
      @Nullable Instant publishedAt,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnReason) {

    ProblemException absence(long id, Rendering rendering) {
      if (status == ArticleStatus.WITHDRAWN && withdrawnAt != null) {
        return ProblemException.gone(new Tombstone(id, withdrawnAt, withdrawnReason));
      }
      if (status.isForReaders()) {
        rendering.changesAt(publishedAt);
      }
      return ProblemException.notFound();
    }
  }

  private static @Nullable ArticlePosition position(@Nullable List<String> keys) {
    return keys == null
        ? null
        : new ArticlePosition(
            Instant.ofEpochMilli(Long.parseLong(keys.get(0))), Long.parseLong(keys.get(1)));
  }

  private @Nullable Total total(ArticleListing listing, @Nullable CountMode mode) {
    if (mode == null) {
      return null;
    }
    return switch (mode) {
      case EXACT -> Total.exact(reader.count(listing.count(null)));
      case CAPPED -> Total.capped(reader.count(listing.count(Total.CAP + 1)));
    };
  }
}
