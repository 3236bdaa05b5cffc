package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.CalendarMonth;
import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/**
 * Counts by the month of publishing. Documents are stored in the order of publishing, so that one
 * month is counted to its end before the next begins, and nothing is looked up for most of them.
 */
final class MonthCounter implements FacetCounter {

  private final LongFunction<CalendarMonth> calendar;
  private final Map<String, Long> counts = new HashMap<>();

  MonthCounter(LongFunction<CalendarMonth> calendar) {
    this.calendar = calendar;
  }

  @Override
  public void count(LeafReaderContext leaf, int[] documents, int found) throws IOException {
    // No article has more than one date.
    NumericDocValues published =
        DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), Schema.PUBLISHED));
    CalendarMonth month = CalendarMonth.NONE;
    long count = 0;
    for (int index = 0; index < found; index++) {
      if (published == null || !published.advanceExact(documents[index])) {
        continue;
      }
      long instant = published.longValue();
      if (instant < month.from() || instant >= month.to()) {
        add(month, count);
        month = calendar.apply(instant);
        count = 0;
      }
      count++;
    }
    add(month, count);
  }

  private void add(CalendarMonth month, long count) {
    if (count > 0) {
      counts.merge(month.name(), count, Long::sum);
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
