package dev.sarkhat.search;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.IndexedName;
import dev.sarkhat.search.index.PendingName;
import dev.sarkhat.search.index.SearchIndex;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one index in step with the database: takes over each change, indexes the articles of a name
 * anew that was changed, and builds the index anew when it does not fit. Used by one thread, round
 * by round; whatever must survive a crash is in the index, together with its position.
 */
final class IndexFollower {

  /** A batch import makes many changes at once; they are seen the sooner in steps. */
  private static final int CHANGES_IN_ROUND = 500;

  private static final int ARTICLES_IN_ROUND = 200;

  /** Finds what no change told of, such as a name's popularity. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /** How often it is looked whether the process that writes has taken a change over. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final SearchIndex index;
  private final ChangeFeed feed;
  private final ArchiveReader archive;
  private final IndexReading reading;
  private final SearchMeters meters;
  private final NamePopularity popularity;
  private final long commitNanos;
  private @Nullable IndexBuilding building;
  private long committedAt = System.nanoTime();

  IndexFollower(
      SearchIndex index,
      ChangeFeed feed,
      ArchiveReader archive,
      IndexReading reading,
      SearchMeters meters,
      Duration commitInterval) {
    this.index = index;
    this.feed = feed;
    this.archive = archive;
    this.reading = reading;
    this.meters = meters;
    this.popularity = new NamePopularity(reading);
    this.commitNanos = commitInterval.toNanos();
  }

  /**
   * Does the next piece of work.
   *
   * @param buildAnew whether the index is to be built anew although it fits
   * @return how long there is nothing to do, if nothing changes until then
   */
  Duration round(boolean buildAnew) throws SQLException {
    ChangeFeed.Head head = feed.head();
    if (!index.leads()) {
      return watch(head, buildAnew);
    }
    Optional<IndexPosition> at = index.position().filter(position -> fits(position, head));
    if (building != null && !building.belongsTo(head)) {
      building.discard();
      building = null;
    }
    if (building == null && (at.isEmpty() || buildAnew || index.isBuildRequested())) {
      building = new IndexBuilding(index.build(), head, archive, reading);
      meters.building();
    }
    boolean more = at.isPresent() && follow(at.get(), head);
    if (building != null) {
      more = true;
      if (building.step(feed)) {
        building = null;
      }
    }
    commitWhenDue();
    return more ? Duration.ZERO : TICK;
  }

  /** Another process writes. */
  private Duration watch(ChangeFeed.Head head, boolean buildAnew) {
    stop();
    if (buildAnew) {
      index.requestBuild();
    }
    boolean behind =
        index.position().filter(position -> position.number() < head.number()).isPresent();
    return behind ? LOOK : TICK;
  }

  private static boolean fits(IndexPosition position, ChangeFeed.Head head) {
    return position.epoch().equals(head.epoch()) && position.number() <= head.number();
  }

  /** How many articles the index that is being built has; empty when none is. */
  Optional<Long> built() {
    IndexBuilding present = building;
    return present == null ? Optional.empty() : Optional.of(present.articles());
  }

  private boolean follow(IndexPosition at, ChangeFeed.Head head) throws SQLException {
    if (at.number() < head.number()) {
      take(at, feed.after(at.number(), CHANGES_IN_ROUND));
      return true;
    }
    if (!at.pending().isEmpty()) {
      indexArticlesOf(at);
      return true;
    }
    Optional<IndexChanges> names = popularity.due();
    if (names.isPresent()) {
      index.apply(names.get(), at);
    }
    return false;
  }

  private void take(IndexPosition at, List<Change> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    IndexChanges read = archive.read(changes);
    List<PendingName> pending = new ArrayList<>(at.pending());
    for (IndexedName name : read.names()) {
      if (isOtherName(name)) {
        PendingName all = new PendingName(name.key().kind(), name.key().id(), 0);
        pending.removeIf(each -> each.kind() == all.kind() && each.id() == all.id());
        pending.add(all);
      }
    }
    Change last = changes.get(changes.size() - 1);
    index.apply(read, new IndexPosition(at.epoch(), last.number(), pending));
    popularity.changed(read);
    meters.applied(changes);
  }

  /** A new name is in no article yet that will not be told of by itself. */
  private boolean isOtherName(IndexedName name) {
    Long known = index.digests(name.key().kind(), name.key().id() - 1, 1).get(name.key().id());
    return known != null && known != name.digest();
  }

  private void indexArticlesOf(IndexPosition at) throws SQLException {
    List<PendingName> pending = new ArrayList<>(at.pending());
    PendingName first = pending.remove(0);
    List<Long> articles =
        reading.articlesOf(first.kind(), first.id(), first.afterArticle(), ARTICLES_IN_ROUND);
    IndexChanges changes = IndexChanges.NONE;
    if (!articles.isEmpty()) {
      changes = archive.articles(articles);
      long last = articles.get(articles.size() - 1);
      pending.add(0, new PendingName(first.kind(), first.id(), last));
    }
    index.apply(changes, new IndexPosition(at.epoch(), at.number(), pending));
  }

  /** Indexes some things anew, whatever the index says of them. */
  void indexAnew(EntityKind kind, List<Long> ids) throws SQLException {
    Optional<IndexPosition> at = index.position();
    if (at.isPresent() && !ids.isEmpty()) {
      index.apply(archive.read(kind, ids), at.get());
    }
  }

  private void commitWhenDue() {
    long now = System.nanoTime();
    if (now - committedAt >= commitNanos) {
      index.commit();
      committedAt = now;
    }
  }

  /** Ends a build that has not come to its end. */
  void stop() {
    if (building != null) {
      Objects.requireNonNull(building).discard();
      building = null;
    }
  }
}
