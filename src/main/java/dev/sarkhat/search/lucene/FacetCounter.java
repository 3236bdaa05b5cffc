package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReaderContext;

/** Counts articles by the values of one facet. */
interface FacetCounter {

  /** The documents from here on are of this part of the index. */
  void begin(LeafReaderContext leaf) throws IOException;

  /** Counts a document; they come in ascending order. */
  void count(int document) throws IOException;

  /** Gives each value that was counted. */
  void forEach(Consumer<FacetCount> consumer) throws IOException;
}
