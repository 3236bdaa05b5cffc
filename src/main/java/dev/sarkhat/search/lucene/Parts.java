package dev.sarkhat.search.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** What is known of the parts of the index, as long as anybody reads them. */
final class Parts {

  private final Map<IndexReader.CacheKey, Part> parts = new ConcurrentHashMap<>();

  /** What is known of a part. */
  Part of(LeafReader reader) {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    return parts.computeIfAbsent(
        helper.getKey(),
        key -> {
          helper.addClosedListener(parts::remove);
          return new Part();
        });
  }
}
