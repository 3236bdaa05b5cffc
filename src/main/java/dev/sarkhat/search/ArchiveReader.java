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
    Map<EntityKind, Set<Long>> changed = new EnumMap<>(EntityKind.class);
    for (Change change : changes) {
      changed.computeIfAbsent(change.kind(), kind -> new TreeSet<>()).add(change.entityId());
    }
    List<IndexedName> names = new ArrayList<>();
    Set<NameKey> removed = new HashSet<>();
    for (EntityKind kind : NAMES) {
      if (changed.containsKey(kind)) {
        IndexChanges ofKind = read(kind, changed.get(kind));
        names.addAll(ofKind.names());
        removed.addAll(ofKind.removedNames());
      }
    }
    IndexChanges ofArticles = articles(changed.getOrDefault(EntityKind.ARTICLE, Set.of()));
    return new IndexChanges(ofArticles.articles(), ofArticles.removedArticles(), names, removed);
  }

  /** What has become of some of a kind that an index holds. */
  IndexChanges read(EntityKind kind, Collection<Long> ids) throws SQLException {
    if (kind == EntityKind.ARTICLE) {
      return articles(ids);
    }
    List<IndexedName> names = reading.names(kind, ids, 0, ids.size());
    Set<NameKey> removed = new HashSet<>();
    ids.forEach(id -> removed.add(new NameKey(kind, id)));
    names.forEach(name -> removed.remove(name.key()));
    return new IndexChanges(List.of(), Set.of(), names, removed);
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
