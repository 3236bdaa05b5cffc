package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;

/**
 * Counts by a keyword. Within a part of the index a value is a small number, an ordinal; what these
 * mean for the whole is looked up once for each value of a part, not for each document, and what
 * they are called for those values alone that are shown.
 */
final class KeywordCounter implements FacetCounter {

  private final String field;
  private final Ordinals.OfField ordinals;
  private final int[] counts;

  KeywordCounter(String field, Ordinals ordinals) throws IOException {
    this.field = field;
    this.ordinals = ordinals.of(field);
    this.counts = new int[Math.toIntExact(this.ordinals.count())];
  }

  @Override
  public void count(LeafReaderContext leaf, int[] documents, int found) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
    int[] inLeaf = new int[Math.toIntExact(values.getValueCount())];
    SortedDocValues single = DocValues.unwrapSingleton(values);
    if (single != null) {
      countOne(single, documents, found, inLeaf);
    } else {
      countSeveral(values, documents, found, inLeaf);
    }
    LongValues toWhole = ordinals.ofLeaf(leaf.ord);
    for (int ordinal = 0; ordinal < inLeaf.length; ordinal++) {
      if (inLeaf[ordinal] > 0) {
        counts[(int) toWhole.get(ordinal)] += inLeaf[ordinal];
      }
    }
  }

  private static void countOne(SortedDocValues values, int[] documents, int found, int[] counts)
      throws IOException {
    for (int index = 0; index < found; index++) {
      if (values.advanceExact(documents[index])) {
        counts[values.ordValue()]++;
      }
    }
  }

  private static void countSeveral(
      SortedSetDocValues values, int[] documents, int found, int[] counts) throws IOException {
    for (int index = 0; index < found; index++) {
      if (values.advanceExact(documents[index])) {
        for (int left = values.docValueCount(); left > 0; left--) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
  }

  @Override
  public List<FacetCount> most(int limit) throws IOException {
    Comparator<Integer> worstFirst =
        Comparator.<Integer>comparingInt(ordinal -> counts[ordinal])
            .thenComparing(Comparator.reverseOrder());
    PriorityQueue<Integer> most = new PriorityQueue<>(worstFirst);
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      int least = most.size() < limit ? 0 : counts[most.element()];
      if (counts[ordinal] > least) {
        most.add(ordinal);
        if (most.size() > limit) {
          most.remove();
        }
      }
    }
    List<FacetCount> named = new ArrayList<>();
    for (int ordinal : most.stream().sorted(worstFirst.reversed()).toList()) {
      named.add(new FacetCount(ordinals.value(ordinal), counts[ordinal]));
    }
    return named;
  }
}
