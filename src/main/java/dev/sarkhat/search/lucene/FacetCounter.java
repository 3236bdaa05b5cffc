package dev.sarkhat.search.lucene;

import dev.sarkhat.search.index.FacetCount;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Counts articles by the values of one facet. */
interface FacetCounter {

  /**
   * Counts documents of one part of the index.
   *
   * @param found which of its documents
   */
  void count(LeafReaderContext leaf, Found found) throws IOException;

  /** The values with the most articles; of those with equally many, the first by their names. */
  List<FacetCount> most(int limit) throws IOException;
}
