package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.LongValues;

/**
 * Counts by a keyword. Within a part of the index a value is a small number, an ordinal; what these
 * mean for the whole is looked up once for each value of a part, not for each document, and what
 * they are called for those values alone that are shown. Where most of a part was found, the others
 * are counted and taken from all.
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
  public void count(LeafReaderContext leaf, Found found) throws IOException {
    int[] inLeaf = occurrences(leaf.reader(), found);
    LongValues toWhole = ordinals.ofLeaf(leaf.ord);
    for (int ordinal = 0; ordinal < inLeaf.length; ordinal++) {
      if (inLeaf[ordinal] > 0) {
        counts[(int) toWhole.get(ordinal)] += inLeaf[ordinal];
      }
    }
  }

  private int[] occurrences(LeafReader reader, Found found) throws IOException {
    if (!found.isMost()) {
      return Part.occurrences(reader, field, found.documents(), found.count());
    }
    int[] others = Part.occurrences(reader, field, found.others(), found.others().length);
    int[] all = ordinals.part(reader).occurrences(reader, field);
    for (int ordinal = 0; ordinal < others.length; ordinal++) {
      others[ordinal] = all[ordinal] - others[ordinal];
    }
    return others;
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
