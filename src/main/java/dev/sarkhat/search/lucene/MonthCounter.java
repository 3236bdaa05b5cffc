package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.CalendarMonth;
import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.lucene.index.LeafReaderContext;

/**
 * Counts by the month of publishing. Documents are stored in the order of publishing, so that only
 * the place where a month ends is looked for among those found.
 */
final class MonthCounter implements FacetCounter {

  private final String calendar;
  private final LongFunction<CalendarMonth> months;
  private final Ordinals ordinals;
  private final Map<String, Long> counts = new HashMap<>();

  /**
   * Begins to count.
   *
   * @param calendar its name
   * @param months the months of that calendar, by an instant within
   */
  MonthCounter(String calendar, LongFunction<CalendarMonth> months, Ordinals ordinals) {
    this.calendar = calendar;
    this.months = months;
    this.ordinals = ordinals;
  }

  @Override
  public void count(LeafReaderContext leaf, Found found) throws IOException {
    int from = 0;
    for (Part.MonthEnd month :
        ordinals.part(leaf.reader()).months(leaf.reader(), calendar, months)) {
      int place = Arrays.binarySearch(found.documents(), from, found.count(), month.end());
      int to = place < 0 ? -place - 1 : place;
      if (to > from) {
        counts.merge(month.month(), (long) to - from, Long::sum);
      }
      from = to;
    }
  }

  @Override
  public List<FacetCount> most(int limit) {
    return counts.entrySet().stream()
        .map(each -> new FacetCount(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
        .limit(limit)
        .toList();
  }
}
