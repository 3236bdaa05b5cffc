package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.CalendarMonth;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.SearchFacet;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/** Counts all that is found, and by which values, in one pass and without scores. */
final class FacetCounting extends SimpleCollector {

  private final Map<SearchFacet, FacetCounter> byFacet = new EnumMap<>(SearchFacet.class);
  private final FacetCounter[] counters;
  private @Nullable LeafReaderContext leaf;
  private int[] documents = new int[1024];
  private int found;
  private long total;

  /**
   * Begins to count.
   *
   * @param ordinals of the reader that is searched
   */
  FacetCounting(Collection<SearchFacet> facets, Ordinals ordinals) throws IOException {
    for (SearchFacet facet : facets) {
      byFacet.put(facet, counter(facet, ordinals));
    }
    counters = byFacet.values().toArray(FacetCounter[]::new);
  }

  private static FacetCounter counter(SearchFacet facet, Ordinals ordinals) throws IOException {
    return switch (facet) {
      case SECTION -> new KeywordCounter(Schema.SECTION, ordinals);
      case TAG -> new KeywordCounter(Schema.TAG, ordinals);
      case SOURCE -> new KeywordCounter(Schema.SOURCE, ordinals);
      case TYPE -> new KeywordCounter(Schema.TYPE, ordinals);
      case MONTH -> new MonthCounter("gregorian", CalendarMonth::gregorian, ordinals);
      case JALALI_MONTH -> new MonthCounter("jalali", CalendarMonth::jalali, ordinals);
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext next) {
    leaf = next;
    found = 0;
  }

  @Override
  public void collect(int document) {
    if (found == documents.length) {
      documents = ArrayUtil.grow(documents);
    }
    documents[found++] = document;
  }

  /** One facet after the other: each goes through its own values in one short loop. */
  @Override
  public void finish() throws IOException {
    total += found;
    if (counters.length > 0 && found > 0) {
      LeafReaderContext part = Objects.requireNonNull(leaf);
      Found inPart = Found.of(documents, found, part.reader().maxDoc());
      for (FacetCounter counter : counters) {
        counter.count(part, inPart);
      }
    }
  }

  /** How many articles were found. */
  long total() {
    return total;
  }

  /** The values with the most articles, up to a number for each facet. */
  Map<SearchFacet, List<FacetCount>> counts(int limit) throws IOException {
    Map<SearchFacet, List<FacetCount>> counts = new EnumMap<>(SearchFacet.class);
    for (Map.Entry<SearchFacet, FacetCounter> each : byFacet.entrySet()) {
      counts.put(each.getKey(), each.getValue().most(limit));
    }
    return counts;
  }
}
