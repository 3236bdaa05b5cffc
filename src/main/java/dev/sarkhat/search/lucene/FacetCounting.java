package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.CalendarMonth;
import dev.sarkhat.search.index.FacetCount;
import dev.sarkhat.search.index.SearchFacet;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts all that is found, and by which values, in one pass and without scores. */
final class FacetCounting extends SimpleCollector {

  private static final Comparator<FacetCount> FEWEST_FIRST =
      Comparator.comparingLong(FacetCount::count).thenComparing(FacetCount::value);

  private final Map<SearchFacet, FacetCounter> byFacet = new EnumMap<>(SearchFacet.class);
  private final FacetCounter[] counters;
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
      case MONTH -> new MonthCounter(CalendarMonth::gregorian);
      case JALALI_MONTH -> new MonthCounter(CalendarMonth::jalali);
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    for (FacetCounter counter : counters) {
      counter.begin(leaf);
    }
  }

  @Override
  public void collect(int document) throws IOException {
    total++;
    for (FacetCounter counter : counters) {
      counter.count(document);
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
      PriorityQueue<FacetCount> most = new PriorityQueue<>(FEWEST_FIRST);
      each.getValue()
          .forEach(
              count -> {
                most.add(count);
                if (most.size() > limit) {
                  most.remove();
                }
              });
      counts.put(each.getKey(), most.stream().sorted(FEWEST_FIRST.reversed()).toList());
    }
    return counts;
  }
}
