package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.CalendarMonth;
import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/**
 * Counts by the month of publishing. Documents are stored in the order of publishing, so that one
 * month is counted to its end before the next begins, and nothing is looked up for most of them.
 */
final class MonthCounter implements FacetCounter {

  private final LongFunction<CalendarMonth> calendar;
  private final Map<String, Long> counts = new HashMap<>();
  private CalendarMonth month = CalendarMonth.NONE;
  private long count;
  private NumericDocValues published = DocValues.emptyNumeric();

  MonthCounter(LongFunction<CalendarMonth> calendar) {
    this.calendar = calendar;
  }

  @Override
  public void begin(LeafReaderContext leaf) throws IOException {
    SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), Schema.PUBLISHED);
    // No article has more than one date.
    published = Objects.requireNonNull(DocValues.unwrapSingleton(values));
  }

  @Override
  public void count(int document) throws IOException {
    if (!published.advanceExact(document)) {
      return;
    }
    long instant = published.longValue();
    if (instant < month.from() || instant >= month.to()) {
      finishMonth();
      month = calendar.apply(instant);
    }
    count++;
  }

  private void finishMonth() {
    if (count > 0) {
      counts.merge(month.name(), count, Long::sum);
    }
    count = 0;
  }

  @Override
  public void forEach(Consumer<FacetCount> consumer) {
    finishMonth();
    counts.forEach((name, number) -> consumer.accept(new FacetCount(name, number)));
  }
}
