package dev.sarkhat.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;

/**
 * States of the index. Those from which a page with a next one came are kept for a while, so that
 * the next page is of the same order: each article that comes or goes moves the scores of all.
 */
final class Snapshots implements Closeable {

  private static final double KEPT_SECONDS = 120;

  /** Each holds on to files and memory that the present one may not need any longer. */
  private static final int MOST = 32;

  private final SearcherManager searchers;
  private final SearcherLifetimeManager kept = new SearcherLifetimeManager();

  /** Numbers of states are unique within a process only. */
  private final String process = UUID.randomUUID().toString().substring(0, 8);

  private final Parts parts = new Parts();
  private final Map<IndexReader.CacheKey, Ordinals> ordinals = new ConcurrentHashMap<>();

  Snapshots(SearcherManager searchers) {
    this.searchers = searchers;
  }

  /** The state with a name, or the present one where that is unknown or gone. */
  Snapshot of(String name) throws IOException {
    IndexSearcher found = null;
    boolean isKept = false;
    if (name.startsWith(process)) {
      found = kept.acquire(Long.parseLong(name.substring(process.length())));
      isKept = found != null;
    }
    if (found == null) {
      found = searchers.acquire();
    }
    return new Snapshot(found, isKept);
  }

  private Ordinals ordinals(IndexReader reader) {
    IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
    return ordinals.computeIfAbsent(
        helper.getKey(),
        key -> {
          helper.addClosedListener(ordinals::remove);
          return new Ordinals(reader, parts);
        });
  }

  private void prune() throws IOException {
    kept.prune(new SearcherLifetimeManager.PruneByAge(KEPT_SECONDS));
    int[] seen = {0};
    kept.prune((age, searcher) -> ++seen[0] > MOST);
  }

  @Override
  public void close() throws IOException {
    kept.close();
  }

  /** One state, held until it is closed. */
  final class Snapshot implements Closeable {

    private final IndexSearcher held;
    private final IndexSearcher searcher;
    private final boolean isKept;

    private Snapshot(IndexSearcher held, boolean isKept) {
      this.held = held;
      this.isKept = isKept;
      // Whoever searches sets a time limit of their own.
      this.searcher = new IndexSearcher(held.getIndexReader());
    }

    IndexSearcher searcher() {
      return searcher;
    }

    Ordinals ordinals() {
      return Snapshots.this.ordinals(held.getIndexReader());
    }

    /** Keeps the state for a while under the name that is returned. */
    String keep() {
      try {
        long number = kept.record(held);
        prune();
        return process + number;
      } catch (IOException failed) {
        // Then the next page is of the state that will be.
        return "";
      }
    }

    @Override
    public void close() throws IOException {
      if (isKept) {
        kept.release(held);
      } else {
        searchers.release(held);
      }
    }
  }
}
