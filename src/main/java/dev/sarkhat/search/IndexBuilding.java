package dev.sarkhat.search;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexBuild;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.PendingName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An index on its way from nothing to the present, step by step: all names, all articles, then
 * every change since it began. Only then it takes the place of the one that answers.
 */
final class IndexBuilding {

  private static final int IN_STEP = 500;

  private final IndexBuild build;
  private final ArchiveReader archive;
  private final IndexReading reading;
  private final List<EntityKind> namesLeft = new ArrayList<>(ArchiveReader.NAMES);
  private IndexPosition position;
  private long after;
  private boolean scanned;
  private final AtomicLong articles = new AtomicLong();

  IndexBuilding(
      IndexBuild build, ChangeFeed.Head head, ArchiveReader archive, IndexReading reading) {
    this.build = build;
    this.archive = archive;
    this.reading = reading;
    this.position = new IndexPosition(head.epoch(), head.number(), List.of());
  }

  /** Whether it is of the database's present history. */
  boolean belongsTo(ChangeFeed.Head head) {
    return position.epoch().equals(head.epoch());
  }

  /** How many articles it has. */
  long articles() {
    return articles.get();
  }

  /**
   * Does one step.
   *
   * @return whether it has taken over
   */
  boolean step(ChangeFeed feed) throws SQLException {
    if (!namesLeft.isEmpty()) {
      addNames(namesLeft.get(0));
    } else if (!scanned) {
      addArticles();
    } else {
      List<Change> changes = feed.after(position.number(), IN_STEP);
      if (changes.isEmpty()) {
        build.takeOver(position);
        return true;
      }
      add(changes);
    }
    return false;
  }

  private void addNames(EntityKind kind) throws SQLException {
    List<IndexedName> names = reading.names(kind, null, after, IN_STEP);
    if (names.isEmpty()) {
      namesLeft.remove(kind);
      after = 0;
      return;
    }
    build.add(new IndexChanges(List.of(), Set.of(), names, Set.of()));
    after = names.get(names.size() - 1).key().id();
  }

  private void addArticles() throws SQLException {
    List<Long> ids = reading.articlesAfter(after, IN_STEP);
    if (ids.isEmpty()) {
      scanned = true;
      return;
    }
    IndexChanges changes = archive.articles(ids);
    build.add(changes);
    articles.addAndGet(changes.articles().size());
    after = ids.get(ids.size() - 1);
  }

  /** A name that was changed meanwhile is in articles that were indexed before. */
  private void add(List<Change> changes) throws SQLException {
    IndexChanges read = archive.read(changes);
    build.add(read);
    List<PendingName> pending = new ArrayList<>(position.pending());
    for (IndexedName name : read.names()) {
      PendingName all = new PendingName(name.key().kind(), name.key().id(), 0);
      if (!pending.contains(all)) {
        pending.add(all);
      }
    }
    Change last = changes.get(changes.size() - 1);
    position = new IndexPosition(position.epoch(), last.number(), pending);
  }

  /** Removes what was built. */
  void discard() {
    build.discard();
  }
}
