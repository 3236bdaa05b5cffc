package dev.sarkhat.search;

import dev.sarkhat.change.Change;
import dev.sarkhat.change.ChangeFeed;
import dev.sarkhat.change.ChangeListener;
import dev.sarkhat.change.EntityKind;
import dev.sarkhat.search.index.IndexPosition;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.search.index.SearchIndexException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The index of this process, and the thread that keeps it in step. An index that fails is closed
 * and opened again, which heals what can be healed; what cannot be opened is built anew.
 */
@Singleton
public class SearchEngine implements ChangeListener {

  private static final Logger LOG = Logger.getLogger(SearchEngine.class);

  private static final long SHORTEST_RETRY_MILLIS = 200;
  private static final long LONGEST_RETRY_MILLIS = 10_000;

  private final SearchIndexes indexes;
  private final ChangeFeed feed;
  private final ArchiveReader archive;
  private final IndexReading reading;
  private final SearchMeters meters;
  private final SearchSettings settings;
  private final boolean serves;
  private final Thread thread = new Thread(this::run, "search-index");
  private final Semaphore wake = new Semaphore(0);
  private final AtomicBoolean buildAnew = new AtomicBoolean();
  private final Queue<Repair> repairs = new ConcurrentLinkedQueue<>();
  private volatile boolean running;
  private volatile @Nullable SearchIndex index;
  private volatile @Nullable IndexFollower follower;
  private volatile @Nullable String trouble;

  @Inject
  SearchEngine(
      SearchIndexes indexes,
      ChangeFeed feed,
      ArchiveReader archive,
      IndexReading reading,
      SearchMeters meters,
      SearchSettings settings,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.indexes = indexes;
    this.feed = feed;
    this.archive = archive;
    this.reading = reading;
    this.meters = meters;
    this.settings = settings;
    this.serves = serves;
  }

  void start(@Observes StartupEvent event) {
    if (serves) {
      running = true;
      meters.watch(
          () -> position().map(IndexPosition::number).orElse(-1L), () -> building().orElse(-1L));
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (running) {
      running = false;
      wake.release();
      thread.join();
    }
  }

  /**
   * The index to be searched.
   *
   * @throws SearchIndexException if there is none yet
   */
  SearchIndex index() {
    SearchIndex present = index;
    if (present == null) {
      throw SearchIndexException.absent("The search index is not open");
    }
    return present;
  }

  /** How far searches follow the change log; empty if there is nothing that fits the database. */
  Optional<IndexPosition> position() {
    SearchIndex present = index;
    return present == null ? Optional.empty() : present.position();
  }

  /** How many articles the index has that is being built; empty if none is. */
  Optional<Long> building() {
    IndexFollower present = follower;
    return present == null ? Optional.empty() : present.built();
  }

  /** What keeps the index from following, told to operators; empty if nothing does. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Builds the index anew, while the present one answers. */
  void buildAnew() {
    buildAnew.set(true);
    wake.release();
  }

  /**
   * Indexes some things anew, and waits until that is done, but not for ever.
   *
   * @throws SearchIndexException if it could not be done within ten seconds
   */
  void repair(EntityKind kind, Collection<Long> ids) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    repairs.add(new Repair(kind, List.copyOf(ids), done));
    wake.release();
    try {
      done.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failed) {
      throw SearchIndexException.failed("The index was not repaired", failed);
    }
  }

  /** What is to be indexed anew, and who waits for it. */
  private record Repair(EntityKind kind, List<Long> ids, CompletableFuture<Void> done) {}

  /** A search could not be answered: if the index is damaged, it is built anew. */
  void failed(SearchIndexException failure) {
    if (failure.isDamage()) {
      LOG.errorf("The search index is damaged and is built anew: %s", failure.getMessage());
      buildAnew();
    }
  }

  /**
   * Waits until searches know of a change, but not for long.
   *
   * @return whether they do, and no name's articles are still to be indexed
   */
  boolean knows(long number, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    synchronized (this) {
      while (true) {
        Optional<IndexPosition> position = position();
        if (position.isPresent() && position.get().number() >= number) {
          return position.get().pending().isEmpty();
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || position.isEmpty()) {
          return false;
        }
        try {
          wait(left);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
  }

  @Override
  public void changed(List<Change> changes) {
    wake.release();
  }

  @Override
  public void everythingChanged() {
    wake.release();
  }

  private void run() {
    long retry = SHORTEST_RETRY_MILLIS;
    while (running) {
      try {
        long pause = round().toMillis();
        trouble = null;
        retry = SHORTEST_RETRY_MILLIS;
        if (pause > 0 && wake.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
          // One round serves all changes until now.
          wake.drainPermits();
        }
      } catch (SQLException | PersistenceException failed) {
        // The index is well; what the database has to tell is told later.
        fail("The database cannot be read: " + failed.getMessage(), retry);
        retry = Math.min(2 * retry, LONGEST_RETRY_MILLIS);
      } catch (SearchIndexException failed) {
        close();
        fail(String.valueOf(failed.getMessage()), retry);
        retry = Math.min(2 * retry, LONGEST_RETRY_MILLIS);
      } catch (RuntimeException surprise) {
        // A thread that died of it would leave search behind, and nobody would know.
        LOG.error("Search failed in a way that nobody foresaw", surprise);
        close();
        fail(surprise.toString(), retry);
        retry = Math.min(2 * retry, LONGEST_RETRY_MILLIS);
      } catch (InterruptedException interrupted) {
        break;
      }
    }
    close();
  }

  private Duration round() throws SQLException {
    IndexFollower present = follower;
    if (present == null) {
      SearchIndex opened = indexes.open();
      present =
          new IndexFollower(opened, feed, archive, reading, meters, settings.commitInterval());
      index = opened;
      follower = present;
    }
    for (Repair repair = repairs.poll(); repair != null; repair = repairs.poll()) {
      present.indexAnew(repair.kind(), repair.ids());
      repair.done().complete(null);
    }
    Duration pause = present.round(buildAnew.getAndSet(false));
    synchronized (this) {
      notifyAll();
    }
    return pause;
  }

  private void fail(String reason, long pause) {
    meters.failed();
    if (trouble == null) {
      LOG.warnf("Search does not follow the database just now: %s", reason);
    }
    trouble = reason;
    try {
      wake.tryAcquire(pause, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      running = false;
    }
  }

  private void close() {
    IndexFollower present = follower;
    SearchIndex open = index;
    follower = null;
    index = null;
    try {
      if (present != null) {
        present.stop();
      }
    } catch (SearchIndexException failed) {
      LOG.debugf("A build was not removed: %s", failed.getMessage());
    }
    if (open != null) {
      open.close();
    }
  }
}
