package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/**
 * Counts by a keyword. Within a part of the index a value is a small number, an ordinal; what these
 * mean for the whole is looked up once for each value of a part, not for each document.
 */
final class KeywordCounter implements FacetCounter {

  private final String field;
  private final Ordinals.OfField ordinals;
  private final int[] counts;
  private int[] inLeaf = {};
  private @Nullable LongValues toGlobal;
  private @Nullable SortedSetDocValues values;
  private @Nullable SortedDocValues single;

  KeywordCounter(String field, Ordinals ordinals) throws IOException {
    this.field = field;
    this.ordinals = ordinals.of(field);
    this.counts = new int[Math.toIntExact(this.ordinals.count())];
  }

  @Override
  public void begin(LeafReaderContext leaf) throws IOException {
    finishLeaf();
    values = DocValues.getSortedSet(leaf.reader(), field);
    single = DocValues.unwrapSingleton(values);
    toGlobal = ordinals.ofLeaf(leaf.ord);
    inLeaf = new int[Math.toIntExact(values.getValueCount())];
  }

  @Override
  public void count(int document) throws IOException {
    if (single != null) {
      if (single.advanceExact(document)) {
        inLeaf[single.ordValue()]++;
      }
    } else if (values != null && values.advanceExact(document)) {
      for (int left = values.docValueCount(); left > 0; left--) {
        inLeaf[(int) values.nextOrd()]++;
      }
    }
  }

  private void finishLeaf() {
    LongValues global = toGlobal;
    if (global != null) {
      for (int ordinal = 0; ordinal < inLeaf.length; ordinal++) {
        if (inLeaf[ordinal] > 0) {
          counts[(int) global.get(ordinal)] += inLeaf[ordinal];
        }
      }
    }
    toGlobal = null;
  }

  @Override
  public void forEach(Consumer<FacetCount> consumer) throws IOException {
    finishLeaf();
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] > 0) {
        consumer.accept(new FacetCount(ordinals.value(ordinal), counts[ordinal]));
      }
    }
  }
}
