package dev.sarkhat.search;

import dev.sarkhat.article.ArticleFilter;
import dev.sarkhat.article.ArticleFilters;
import dev.sarkhat.article.ArticleSummaries;
import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.article.ArticleType;
import dev.sarkhat.article.CountMode;
import dev.sarkhat.cache.Rendering;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.paging.Page;
import dev.sarkhat.paging.Total;
import dev.sarkhat.paging.TotalRelation;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchFilter;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchIndexException;
import dev.sarkhat.search.index.SearchPlace;
import dev.sarkhat.search.index.SearchRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Searches the articles. */
@ApplicationScoped
class ArticleSearch {

  private static final Fields<ArticleSummary> EVERYTHING = Fields.of(ArticleSummary.class, null);

  /** What is recent is so by ten minutes. */
  private static final Duration RANKING_STEP = Duration.ofMinutes(10);

  private final SearchEngine engine;
  private final SearchSettings settings;
  private final ChangeTailer tailer;
  private final ArticleFilters filters;
  private final ArticleSummaries summaries;
  private final BodyTexts bodies;
  private final FacetReader facets;
  private final OtherSpelling otherSpelling;
  private final Cursors cursors;
  private final Rendering rendering;
  private final SearchMeters meters;

  @Inject
  ArticleSearch(
      SearchEngine engine,
      SearchSettings settings,
      ChangeTailer tailer,
      ArticleFilters filters,
      ArticleSummaries summaries,
      BodyTexts bodies,
      FacetReader facets,
      OtherSpelling otherSpelling,
      Cursors cursors,
      Rendering rendering,
      SearchMeters meters) {
    this.engine = engine;
    this.settings = settings;
    this.tailer = tailer;
    this.filters = filters;
    this.summaries = summaries;
    this.bodies = bodies;
    this.facets = facets;
    this.otherSpelling = otherSpelling;
    this.cursors = cursors;
    this.rendering = rendering;
    this.meters = meters;
  }

  /** One page of the public articles that fit. */
  SearchResults page(SearchQuery query) {
    Wanted wanted = wanted(query);
    Optional<SearchExpression> expression = SearchWords.parse(query.q());
    ArticleFilter filter = filters.of(query);
    filter.tellAnyArticle(rendering);
    waitForIndex();
    if (expression.isEmpty()) {
      Page<SearchResult> none = Page.last(List.of(), wanted.limit());
      return new SearchResults(List.of(), none.counted(Total.exact(0)).page(), null, null, null);
    }
    SearchHits hits = search(wanted, expression.get(), filter);
    Page<SearchPlace> page = Page.cut(hits.places(), wanted.limit(), last -> cursor(wanted, last));
    List<SearchResult> results = results(wanted, page.data(), expression.get());
    return new SearchResults(
        results,
        page.counted(total(hits)).page(),
        facets.of(hits.facets()),
        hits.total() == 0 ? otherSpelling.of(query.q(), engine.index()) : null,
        hits.complete() ? null : true);
  }

  /** What the parameters say, each refused that cannot be. */
  private Wanted wanted(SearchQuery query) {
    String list = query.listName();
    List<String> keys = cursors.keys(list, query.cursor());
    return new Wanted(
        query,
        list,
        query.limit(),
        query.fields(ArticleSummary.class),
        query.count(),
        query.highlight(),
        keys == null ? rankedFrom() : Instant.ofEpochMilli(Long.parseLong(keys.get(4))),
        keys == null ? null : place(keys));
  }

  /** In steps, so that an answer that is kept is what would be found now. */
  private Instant rankedFrom() {
    long now = rendering.asOf().toEpochMilli();
    Instant step = Instant.ofEpochMilli(now - now % RANKING_STEP.toMillis());
    rendering.changesAt(step.plus(RANKING_STEP));
    return step;
  }

  /**
   * What is wanted.
   *
   * @param rankedAt when articles are as recent as they are ranked: when the first page was read
   */
  private record Wanted(
      SearchQuery query,
      String list,
      int limit,
      Fields<ArticleSummary> fields,
      CountMode count,
      Highlighting highlight,
      Instant rankedAt,
      @Nullable SearchPlace after) {}

  private static SearchPlace place(List<String> keys) {
    return new SearchPlace(
        Float.intBitsToFloat(Integer.parseInt(keys.get(0))),
        Instant.ofEpochMilli(Long.parseLong(keys.get(1))),
        Long.parseLong(keys.get(2)),
        keys.get(3));
  }

  private String cursor(Wanted wanted, SearchPlace last) {
    return cursors.after(
        wanted.list(),
        Integer.toString(Float.floatToIntBits(last.score())),
        Long.toString(last.publishedAt().toEpochMilli()),
        Long.toString(last.id()),
        last.snapshot(),
        Long.toString(wanted.rankedAt().toEpochMilli()));
  }

  /**
   * Whoever has published something finds it. If the index is too far behind to wait for, what it
   * finds is not kept.
   */
  private void waitForIndex() {
    if (!engine.knows(tailer.number(), settings.longestWait())) {
      rendering.passes();
    }
  }

  private SearchHits search(Wanted wanted, SearchExpression expression, ArticleFilter filter) {
    SearchQuery query = wanted.query();
    SearchRequest request =
        new SearchRequest(
            expression,
            filter(filter),
            query.sort().order(),
            rendering.asOf(),
            wanted.rankedAt(),
            wanted.limit() + 1,
            wanted.after(),
            wanted.count() == CountMode.EXACT ? Integer.MAX_VALUE : (int) Total.CAP,
            query.facets(),
            query.facetLimit());
    long began = System.nanoTime();
    try {
      return engine.index().search(request);
    } catch (SearchIndexException failed) {
      engine.failed(failed);
      throw ProblemException.unavailable("The search index cannot answer just now.");
    } finally {
      meters.searched(System.nanoTime() - began);
    }
  }

  private static SearchFilter filter(ArticleFilter filter) {
    return new SearchFilter(
        filter.sections(),
        filter.tags(),
        filter.sources(),
        filter.contributors(),
        filter.types().stream().map(ArticleType::value).collect(Collectors.toSet()),
        filter.langs(),
        filter.ids(),
        filter.excludedSections(),
        filter.excludedTags(),
        filter.from(),
        filter.to());
  }

  private static Total total(SearchHits hits) {
    return hits.totalIsExact()
        ? Total.exact(hits.total())
        : new Total(Math.min(hits.total(), Total.CAP), TotalRelation.AT_LEAST);
  }

  /** What the index found, as far as the database says that it is public. */
  private List<SearchResult> results(
      Wanted wanted, List<SearchPlace> places, SearchExpression expression) {
    List<Long> ids = places.stream().map(SearchPlace::id).toList();
    boolean highlights = wanted.highlight() == Highlighting.HTML;
    List<ArticleSummary> articles =
        summaries.of(ids, highlights ? EVERYTHING : wanted.fields(), wanted.query().calendar());
    Map<Long, String> texts = highlights ? bodies.of(ids) : new HashMap<>();
    Set<String> lexemes = expression.shown().collect(Collectors.toSet());
    List<SearchResult> results = new ArrayList<>(articles.size());
    for (ArticleSummary article : articles) {
      Highlights found =
          highlights ? Highlights.of(article, texts.getOrDefault(article.id(), ""), lexemes) : null;
      results.add(new SearchResult(wanted.fields().of(article), found));
    }
    return results;
  }
}
