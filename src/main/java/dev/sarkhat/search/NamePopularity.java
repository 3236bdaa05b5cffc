package dev.sarkhat.search;

import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.IndexedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the articles of names anew whose articles have changed: not with each article, for a
 * thousandth one changes little, but a few names every half minute. What is forgotten in a crash is
 * counted at the name's next article.
 */
final class NamePopularity {

  private static final long INTERVAL = Duration.ofSeconds(30).toNanos();
  private static final int AT_ONCE = 100;

  private final IndexReading reading;
  private final Map<EntityKind, Set<Long>> waiting = new EnumMap<>(EntityKind.class);
  private long countedAt = System.nanoTime();

  NamePopularity(IndexReading reading) {
    this.reading = reading;
  }

  /** Articles have changed. */
  void changed(IndexChanges changes) {
    for (IndexedArticle article : changes.articles()) {
      wait(EntityKind.SECTION, article.sections());
      wait(EntityKind.TAG, article.tags());
      wait(EntityKind.SOURCE, article.sources());
      wait(EntityKind.CONTRIBUTOR, article.contributors());
    }
  }

  private void wait(EntityKind kind, Collection<Long> ids) {
    waiting.computeIfAbsent(kind, each -> new LinkedHashSet<>()).addAll(ids);
  }

  /** Names with their popularity, if it is time to tell of any. */
  Optional<IndexChanges> due() throws SQLException {
    if (waiting.isEmpty() || System.nanoTime() - countedAt < INTERVAL) {
      return Optional.empty();
    }
    List<IndexedName> names = new ArrayList<>();
    for (Map.Entry<EntityKind, Set<Long>> each : waiting.entrySet()) {
      List<Long> next = new ArrayList<>();
      for (Iterator<Long> ids = each.getValue().iterator();
          ids.hasNext() && next.size() < AT_ONCE; ) {
        next.add(ids.next());
        ids.remove();
      }
      names.addAll(reading.names(each.getKey(), next, 0, AT_ONCE));
    }
    waiting.values().removeIf(Set::isEmpty);
    countedAt = System.nanoTime();
    return Optional.of(new IndexChanges(List.of(), Set.of(), names, Set.of()));
  }
}
