package dev.sarkhat.search;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.IndexReading.Unanalysed;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.NameKey;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;

/**
 * Turns what the database has into what an index takes. Articles are analysed by several threads.
 */
@Singleton
class ArchiveReader {

  /** What an index suggests by name, in the order in which it is built. */
  static final List<EntityKind> NAMES =
      List.of(EntityKind.SECTION, EntityKind.TAG, EntityKind.SOURCE, EntityKind.CONTRIBUTOR);

  private final IndexReading reading;
  private final ForkJoinPool threads;

  @Inject
  ArchiveReader(IndexReading reading, SearchSettings settings) {
    this.reading = reading;
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.threads = new ForkJoinPool(settings.buildThreads() > 0 ? settings.buildThreads() : half);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  /** What has become of the articles and names that were changed. */
  IndexChanges read(Collection<Change> changes) throws SQLException {
    Set<Long> articles = new TreeSet<>();
    Map<EntityKind, Set<Long>> names = new EnumMap<>(EntityKind.class);
    for (Change change : changes) {
      if (change.kind() == EntityKind.ARTICLE) {
        articles.add(change.entityId());
      } else if (NAMES.contains(change.kind())) {
        names.computeIfAbsent(change.kind(), kind -> new TreeSet<>()).add(change.entityId());
      }
    }
    List<IndexedName> found = new ArrayList<>();
    Set<NameKey> removed = new HashSet<>();
    for (Map.Entry<EntityKind, Set<Long>> each : names.entrySet()) {
      List<IndexedName> there =
          reading.names(each.getKey(), each.getValue(), 0, each.getValue().size());
      each.getValue().forEach(id -> removed.add(new NameKey(each.getKey(), id)));
      there.forEach(name -> removed.remove(name.key()));
      found.addAll(there);
    }
    IndexChanges ofArticles = articles(articles);
    return new IndexChanges(ofArticles.articles(), ofArticles.removedArticles(), found, removed);
  }

  /** What has become of some articles. */
  IndexChanges articles(Collection<Long> ids) throws SQLException {
    List<Unanalysed> read = reading.articles(ids);
    Set<Long> removed = new HashSet<>(ids);
    read.forEach(article -> removed.remove(article.id()));
    return new IndexChanges(analysed(read), removed, List.of(), Set.of());
  }

  /** One is analysed at once; waking other threads takes longer than that. */
  private List<IndexedArticle> analysed(List<Unanalysed> articles) {
    if (articles.size() < 8) {
      return articles.stream().map(Unanalysed::analysed).toList();
    }
    return threads
        .submit(() -> articles.parallelStream().map(Unanalysed::analysed).toList())
        .join();
  }
}
