package dev.sarkhat.search;

import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the index with the database, a stretch of numbers at a time, and repairs it. */
@Singleton
class IndexCheck {

  /** What is compared at once: a second's work. */
  static final int STRETCH = 1000;

  private static final int READ_AT_ONCE = 200;

  /** What was changed while it was compared is compared again when the index knows of it. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final SearchEngine engine;
  private final IndexReading reading;
  private final ChangeFeed feed;

  @Inject
  IndexCheck(SearchEngine engine, IndexReading reading, ChangeFeed feed) {
    this.engine = engine;
    this.reading = reading;
    this.feed = feed;
  }

  /**
   * How a stretch of the index compares.
   *
   * @param checked how many the database has there
   * @param missing what the index lacks
   * @param outdated what it has otherwise
   * @param surplus what it has and the database has not
   * @param last the last number that was compared; null at the end
   */
  record Comparison(
      int checked,
      List<Long> missing,
      List<Long> outdated,
      List<Long> surplus,
      @Nullable Long last) {

    /** The numbers of all that differ. */
    List<Long> differing() {
      List<Long> all = new ArrayList<>(missing);
      all.addAll(outdated);
      all.addAll(surplus);
      return all;
    }
  }

  /**
   * Compares those of a kind after a number.
   *
   * @throws SearchIndexException if there is no index just now, or it has yet to take over changes,
   *     so that nobody could say what is wrong in it
   */
  Comparison compare(EntityKind kind, long after) throws SQLException {
    SortedMap<Long, Long> stored = stored(kind, after);
    long last = stored.size() < STRETCH ? Long.MAX_VALUE : stored.lastKey();
    Map<Long, Long> indexed = indexed(kind, after, last);
    List<Long> differing = differing(stored, indexed);
    if (!differing.isEmpty()) {
      if (!engine.knows(feed.head().number(), LONGEST_WAIT)) {
        throw SearchIndexException.absent("The index has yet to take over changes");
      }
      stored.keySet().removeAll(differing);
      stored.putAll(digests(kind, differing));
      indexed = indexed(kind, after, last);
    }
    List<Long> missing = new ArrayList<>();
    List<Long> outdated = new ArrayList<>();
    List<Long> surplus = new ArrayList<>();
    for (long id : differing(stored, indexed)) {
      if (!differing.contains(id)) {
        // It was changed since it was read first.
        continue;
      }
      if (!stored.containsKey(id)) {
        surplus.add(id);
      } else {
        (indexed.containsKey(id) ? outdated : missing).add(id);
      }
    }
    return new Comparison(
        stored.size(), missing, outdated, surplus, last == Long.MAX_VALUE ? null : last);
  }

  private static List<Long> differing(Map<Long, Long> stored, Map<Long, Long> indexed) {
    TreeSet<Long> all = new TreeSet<>(stored.keySet());
    all.addAll(indexed.keySet());
    return all.stream().filter(id -> !Objects.equals(stored.get(id), indexed.get(id))).toList();
  }

  private SortedMap<Long, Long> stored(EntityKind kind, long after) throws SQLException {
    if (kind == EntityKind.ARTICLE) {
      return digests(kind, reading.articlesAfter(after, STRETCH));
    }
    SortedMap<Long, Long> digests = new TreeMap<>();
    for (IndexedName name : reading.names(kind, null, after, STRETCH)) {
      digests.put(name.key().id(), name.digest());
    }
    return digests;
  }

  private SortedMap<Long, Long> digests(EntityKind kind, Collection<Long> ids) throws SQLException {
    SortedMap<Long, Long> digests = new TreeMap<>();
    List<Long> all = new ArrayList<>(ids);
    for (int start = 0; start < all.size(); start += READ_AT_ONCE) {
      List<Long> some = all.subList(start, Math.min(start + READ_AT_ONCE, all.size()));
      if (kind == EntityKind.ARTICLE) {
        reading.articles(some).forEach(article -> digests.put(article.id(), article.digest()));
      } else {
        for (IndexedName name : reading.names(kind, some, 0, some.size())) {
          digests.put(name.key().id(), name.digest());
        }
      }
    }
    return digests;
  }

  private Map<Long, Long> indexed(EntityKind kind, long after, long last) {
    SearchIndex index = engine.index();
    Map<Long, Long> indexed = new HashMap<>();
    long from = after;
    while (true) {
      SortedMap<Long, Long> some = index.digests(kind, from, STRETCH);
      some.headMap(last == Long.MAX_VALUE ? last : last + 1).forEach(indexed::put);
      if (some.size() < STRETCH || some.lastKey() >= last) {
        return indexed;
      }
      from = some.lastKey();
    }
  }

  /** Indexes those anew that differ. */
  void repair(EntityKind kind, Comparison comparison) {
    engine.repair(kind, comparison.differing());
  }
}
