package dev.sarkhat.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * What the ordinals of keywords in the parts of an index mean for the whole. Found out when it is
 * first needed, and kept as long as the reader, for it takes milliseconds.
 */
final class Ordinals {

  private final IndexReader reader;
  private final Parts parts;
  private final Map<String, OrdinalMap> maps = new ConcurrentHashMap<>();

  Ordinals(IndexReader reader, Parts parts) {
    this.reader = reader;
    this.parts = parts;
  }

  /** What is known of a part. */
  Part part(LeafReader part) {
    return parts.of(part);
  }

  /** One keyword's ordinals; for one thread. */
  OfField of(String field) throws IOException {
    try {
      OrdinalMap map = maps.computeIfAbsent(field, this::build);
      return new OfField(map, reader.leaves(), field, parts);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private OrdinalMap build(String field) {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    try {
      for (LeafReaderContext leaf : leaves) {
        values[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
      }
      return OrdinalMap.build(null, values, PackedInts.DEFAULT);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The ordinals of one keyword. */
  record OfField(OrdinalMap map, List<LeafReaderContext> leaves, String field, Parts parts) {

    /** What is known of a part. */
    Part part(LeafReader part) {
      return parts.of(part);
    }

    /** How many values there are. */
    long count() {
      return map.getValueCount();
    }

    /** The whole's ordinals by those of a part. */
    LongValues ofLeaf(int leaf) {
      return map.getGlobalOrds(leaf);
    }

    /** The value with an ordinal of the whole. */
    String value(long ordinal) throws IOException {
      int leaf = map.getFirstSegmentNumber(ordinal);
      return DocValues.getSortedSet(leaves.get(leaf).reader(), field)
          .lookupOrd(map.getFirstSegmentOrd(ordinal))
          .utf8ToString();
    }
  }
}
