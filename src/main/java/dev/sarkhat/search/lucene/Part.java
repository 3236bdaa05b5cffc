package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.CalendarMonth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * What is found out once about a part of the index, for its documents never change but by being
 * deleted: how often each keyword occurs, and where each month of publishing ends.
 */
final class Part {

  private final Map<String, int[]> occurrences = new ConcurrentHashMap<>();
  private final Map<String, List<MonthEnd>> months = new ConcurrentHashMap<>();

  /**
   * A month of publishing. Documents are stored in that order, the newest first.
   *
   * @param end the first document after its last one
   */
  record MonthEnd(String month, int end) {}

  /** How many documents have each keyword of a field, by ordinal, deleted documents included. */
  int[] occurrences(LeafReader reader, String field) throws IOException {
    int[] known = occurrences.get(field);
    if (known == null) {
      // Two that ask at once both count, and come to the same.
      int all = reader.maxDoc();
      known = occurrences(reader, field, IntStream.range(0, all).toArray(), all);
      occurrences.put(field, known);
    }
    return known;
  }

  /** How many of some documents have each keyword of a field, by ordinal. */
  static int[] occurrences(LeafReader reader, String field, int[] documents, int count)
      throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(reader, field);
    int[] counts = new int[Math.toIntExact(values.getValueCount())];
    SortedDocValues single = DocValues.unwrapSingleton(values);
    for (int index = 0; index < count; index++) {
      if (single != null) {
        if (single.advanceExact(documents[index])) {
          counts[single.ordValue()]++;
        }
      } else if (values.advanceExact(documents[index])) {
        for (int left = values.docValueCount(); left > 0; left--) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
    return counts;
  }

  /**
   * The months in the order of the documents.
   *
   * @param name of the calendar
   */
  List<MonthEnd> months(LeafReader reader, String name, LongFunction<CalendarMonth> calendar)
      throws IOException {
    List<MonthEnd> known = months.get(name);
    if (known == null) {
      known = months(reader, calendar);
      months.put(name, known);
    }
    return known;
  }

  private static List<MonthEnd> months(LeafReader reader, LongFunction<CalendarMonth> calendar)
      throws IOException {
    List<MonthEnd> ends = new ArrayList<>();
    // No article has more than one date.
    NumericDocValues published =
        DocValues.unwrapSingleton(DocValues.getSortedNumeric(reader, Schema.PUBLISHED));
    CalendarMonth month = CalendarMonth.NONE;
    int document = 0;
    while (published != null && document < reader.maxDoc() && published.advanceExact(document)) {
      long instant = published.longValue();
      if (instant < month.from() || instant >= month.to()) {
        if (document > 0) {
          ends.add(new MonthEnd(month.name(), document));
        }
        month = calendar.apply(instant);
      }
      document++;
    }
    if (document > 0) {
      ends.add(new MonthEnd(month.name(), document));
    }
    return List.copyOf(ends);
  }
}
