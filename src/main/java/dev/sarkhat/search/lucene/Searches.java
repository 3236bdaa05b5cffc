package dev.sarkhat.search.lucene;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.NameKey;
import dev.sarkhat.search.index.SearchFacet;
import dev.sarkhat.search.index.SearchHits;
import dev.sarkhat.search.index.SearchOrder;
import dev.sarkhat.search.index.SearchPlace;
import dev.sarkhat.search.index.SearchRequest;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Answers searches from one index. */
final class Searches implements Closeable {

  private static final Sort POPULAR =
      new Sort(
          new SortField(Schema.POPULARITY, SortField.Type.LONG, true),
          new SortField(Schema.ID, SortField.Type.LONG, true));

  private final Generation generation;
  private final LuceneIndex.Settings settings;
  private final Snapshots snapshots;
  private final DirectSpellChecker spellChecker = new DirectSpellChecker();

  Searches(Generation generation, LuceneIndex.Settings settings) {
    this.generation = generation;
    this.settings = settings;
    this.snapshots = new Snapshots(generation.searchers());
  }

  Generation generation() {
    return generation;
  }

  SearchHits search(SearchRequest request) throws IOException {
    SearchPlace after = request.after();
    try (Snapshots.Snapshot snapshot = snapshots.of(after == null ? "" : after.snapshot())) {
      IndexSearcher searcher = snapshot.searcher();
      long deadline = System.nanoTime() + settings.longestSearch().toNanos();
      searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
      Query wanted =
          Queries.add(
                  Queries.publicArticles(request.asOf()), request.expression(), request.filter())
              .build();
      TopDocs top = top(searcher, wanted, request);
      boolean exact = top.totalHits.relation == TotalHits.Relation.EQUAL_TO;
      long total = top.totalHits.value;
      Map<SearchFacet, List<FacetCount>> facets = Map.of();
      if (!request.facets().isEmpty() || (!exact && request.countUpTo() == Integer.MAX_VALUE)) {
        FacetCounting counting = new FacetCounting(request.facets(), snapshot.ordinals());
        searcher.search(new ConstantScoreQuery(wanted), counting);
        facets = counting.counts(request.facetLimit());
        total = counting.total();
        exact = true;
      }
      boolean complete = !searcher.timedOut();
      return new SearchHits(
          places(top, request, snapshot), total, exact && complete, facets, complete);
    }
  }

  private TopDocs top(IndexSearcher searcher, Query wanted, SearchRequest request)
      throws IOException {
    boolean ranked = request.order() == SearchOrder.RELEVANCE;
    Query query = wanted;
    if (ranked) {
      query =
          new BooleanQuery.Builder()
              .add(wanted, Occur.MUST)
              .add(
                  new Recency(
                      (float) settings.recencyWeight(),
                      request.rankedAt().toEpochMilli(),
                      settings.recencyPivot().toMillis()),
                  Occur.SHOULD)
              .build();
    }
    SearchPlace after = request.after();
    FieldDoc afterDoc = after == null ? null : fieldDoc(after, ranked);
    int threshold = Math.max(request.limit(), request.countUpTo());
    return searcher.search(
        query,
        new TopFieldCollectorManager(
            ranked ? Schema.RELEVANCE : Schema.NEWEST, request.limit(), afterDoc, threshold));
  }

  private static FieldDoc fieldDoc(SearchPlace place, boolean ranked) {
    long published = place.publishedAt().toEpochMilli();
    Object[] fields =
        ranked
            ? new Object[] {place.score(), published, place.id()}
            : new Object[] {published, place.id()};
    // Articles that are equal in all of these are one.
    return new FieldDoc(Integer.MAX_VALUE, place.score(), fields);
  }

  private static List<SearchPlace> places(
      TopDocs top, SearchRequest request, Snapshots.Snapshot snapshot) {
    List<SearchPlace> places = new ArrayList<>(top.scoreDocs.length);
    // A date stays what it is, whatever comes and goes.
    boolean keeps =
        request.order() == SearchOrder.RELEVANCE && top.scoreDocs.length == request.limit();
    String name = keeps ? snapshot.keep() : "";
    for (ScoreDoc each : top.scoreDocs) {
      Object[] fields = ((FieldDoc) each).fields;
      int first = fields.length - 2;
      places.add(
          new SearchPlace(
              first == 0 ? 0 : (Float) fields[0],
              Instant.ofEpochMilli((Long) fields[first]),
              (Long) fields[first + 1],
              name));
    }
    return places;
  }

  List<Long> titles(List<String> prefixes, Instant asOf, int limit) throws IOException {
    BooleanQuery.Builder query = Queries.publicArticles(asOf);
    query.add(kind(EntityKind.ARTICLE), Occur.FILTER);
    addPrefixes(query, prefixes);
    try (Snapshots.Snapshot snapshot = snapshots.of("")) {
      TopDocs top =
          snapshot
              .searcher()
              .search(
                  query.build(), new TopFieldCollectorManager(Schema.NEWEST, limit, null, limit));
      return Arrays.stream(top.scoreDocs).map(each -> (Long) ((FieldDoc) each).fields[1]).toList();
    }
  }

  List<NameKey> names(List<String> prefixes, Set<EntityKind> kinds, int limit) throws IOException {
    List<NameKey> names = new ArrayList<>();
    try (Snapshots.Snapshot snapshot = snapshots.of("")) {
      IndexSearcher searcher = snapshot.searcher();
      for (EntityKind kind : kinds) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(kind(kind), Occur.FILTER);
        addPrefixes(query, prefixes);
        TopDocs top = searcher.search(query.build(), limit, POPULAR);
        for (ScoreDoc each : top.scoreDocs) {
          names.add(new NameKey(kind, (Long) ((FieldDoc) each).fields[1]));
        }
      }
    }
    return names;
  }

  private static void addPrefixes(BooleanQuery.Builder query, List<String> prefixes) {
    for (String prefix : prefixes) {
      query.add(new TermQuery(new Term(Schema.PREFIX, prefix)), Occur.FILTER);
    }
  }

  private static Query kind(EntityKind kind) {
    return new TermQuery(new Term(Schema.KIND, kind.value()));
  }

  Map<String, Integer> attested(Collection<String> spellings) throws IOException {
    Map<String, Integer> attested = new HashMap<>();
    try (Snapshots.Snapshot snapshot = snapshots.of("")) {
      for (String spelling : spellings) {
        int articles =
            snapshot.searcher().getIndexReader().docFreq(new Term(Schema.SPELLING, spelling));
        if (articles > 0) {
          attested.put(spelling, articles);
        }
      }
    }
    return attested;
  }

  List<String> similar(String word, int limit) throws IOException {
    try (Snapshots.Snapshot snapshot = snapshots.of("")) {
      SuggestWord[] words =
          spellChecker.suggestSimilar(
              new Term(Schema.WORD, word),
              limit,
              snapshot.searcher().getIndexReader(),
              SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
      return Arrays.stream(words).map(each -> each.string).toList();
    }
  }

  SortedMap<Long, Long> digests(EntityKind kind, long after, int limit) throws IOException {
    SortedMap<Long, Long> digests = new TreeMap<>();
    try (Snapshots.Snapshot snapshot = snapshots.of("")) {
      Sort byNumber = new Sort(new SortField(Schema.ID, SortField.Type.LONG));
      FieldDoc place = new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {after});
      IndexSearcher searcher = snapshot.searcher();
      TopDocs top =
          searcher.search(
              kind(kind), new TopFieldCollectorManager(byNumber, limit, place, Integer.MAX_VALUE));
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      for (ScoreDoc each : top.scoreDocs) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), Schema.DIGEST);
        if (values.advanceExact(each.doc - leaf.docBase)) {
          digests.put((Long) ((FieldDoc) each).fields[0], values.longValue());
        }
      }
    }
    return digests;
  }

  @Override
  public void close() throws IOException {
    snapshots.close();
    generation.close();
  }
}
