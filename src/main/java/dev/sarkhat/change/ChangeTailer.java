package dev.sarkhat.change;

import dev.sarkhat.change.ChangeReader.Look;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Follows the change log and tells every {@link ChangeListener} of this process. It looks at each
 * signal of the database, four times a second without one, and whenever a write of this process
 * asks.
 *
 * <p>It follows while this process answers requests; a command that only writes, such as an import,
 * has nobody to tell.
 */
@Singleton
public class ChangeTailer {

  private static final Logger LOG = Logger.getLogger(ChangeTailer.class);
  private static final long TICK_MILLIS = 250;

  /** How long the last look counts, however the next one fares. */
  private static final long LONGEST_SILENCE = Duration.ofMillis(2500).toNanos();

  private final Instance<ChangeListener> registered;
  private final AgroalDataSource pool;
  private final ChangeMeters meters;
  private final boolean serves;
  private final ChangeReader reader;
  private final ChangeSignals signals;
  private final Semaphore wake = new Semaphore(0);
  private final Thread ticking = new Thread(this::tickUntilStopped, "change-tailer");
  private final Thread listening;

  /** Held by whoever looks, so the listeners hear of changes in order. */
  private final ReentrantLock looking = new ReentrantLock();

  /** Drawn before one waits for a look: a look that began later than that serves. */
  private final AtomicLong tickets = new AtomicLong();

  private final Backoff backoff = new Backoff();
  private List<ChangeListener> listeners = List.of();
  private long served;
  private volatile long told;
  private volatile boolean running;
  private volatile boolean hasLooked;
  private volatile long lookedAt;
  private volatile TailerState state = TailerState.BEHIND;

  @Inject
  ChangeTailer(
      @Any Instance<ChangeListener> registered,
      DirectConnections connections,
      AgroalDataSource pool,
      ChangeMeters meters,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.registered = registered;
    this.pool = pool;
    this.meters = meters;
    this.serves = serves;
    this.reader = new ChangeReader(() -> connections.open("sarkhat change reader", 1));
    this.signals = new ChangeSignals(connections, wake::release, meters::reconnected);
    this.listening = new Thread(signals, "change-listener");
  }

  void start(@Observes StartupEvent event) {
    if (!serves) {
      return;
    }
    listeners = registered.stream().toList();
    meters.watch(this::number, this::state);
    running = true;
    for (Thread thread : List.of(listening, ticking)) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (!running) {
      return;
    }
    running = false;
    signals.stop();
    wake.release();
    listening.interrupt();
    ticking.join();
    listening.join();
    looking.lock();
    try {
      state = TailerState.BEHIND;
      reader.disconnect();
    } finally {
      looking.unlock();
    }
  }

  /** How far this process follows the log. It costs a look at the clock and may be asked often. */
  public TailerState state() {
    TailerState known = state;
    return known == TailerState.CURRENT && System.nanoTime() - lookedAt > LONGEST_SILENCE
        ? TailerState.UNREACHABLE
        : known;
  }

  /** The number of the last change that the listeners were told of. */
  public long number() {
    return told;
  }

  /** How long ago the log was last read to its end; empty if it never was. */
  Optional<Duration> sinceLastLook() {
    return hasLooked
        ? Optional.of(Duration.ofNanos(System.nanoTime() - lookedAt))
        : Optional.empty();
  }

  /**
   * Returns after the listeners were told of every change that was committed before the call, or,
   * where the database cannot be asked, that everything may have changed. It does nothing in a
   * process that does not follow the log.
   */
  public void catchUp() {
    if (!running) {
      return;
    }
    long ticket = tickets.incrementAndGet();
    looking.lock();
    try {
      if (served < ticket) {
        lookAtAll();
      }
    } finally {
      looking.unlock();
    }
  }

  private void tickUntilStopped() {
    while (running) {
      boolean reached;
      looking.lock();
      try {
        reached = lookAtAll();
      } finally {
        looking.unlock();
      }
      if (reached) {
        backoff.reset();
      }
      try {
        if (wake.tryAcquire(reached ? TICK_MILLIS : backoff.nextMillis(), TimeUnit.MILLISECONDS)) {
          // One look serves all signals until now.
          wake.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  /** Looks for every ticket drawn until now; says whether the database could be asked. */
  private boolean lookAtAll() {
    long waiting = tickets.get();
    boolean reached = reach();
    if (!reached) {
      state = TailerState.UNREACHABLE;
      if (served < waiting) {
        // Those who wait have committed, and nothing older may be shown to anybody from now on.
        everythingChanged();
      }
    }
    served = waiting;
    return reached;
  }

  private boolean reach() {
    try {
      lookToTheEnd();
      return true;
    } catch (SQLException lost) {
      // The connection may have been cut, and the database be well.
      LOG.debugf("The connection that reads changes was lost: %s", lost.getMessage());
      meters.reconnected();
      // The pool's may be lost as well. In the background, unlike a check when a request takes one:
      // of a frozen server each such check would hold the request for as long as a statement.
      pool.flush(AgroalDataSource.FlushMode.INVALID);
    }
    try {
      lookToTheEnd();
      return true;
    } catch (SQLException failed) {
      if (state != TailerState.UNREACHABLE) {
        LOG.warnf(
            "The change log cannot be read, after each write everything counts as changed: %s",
            failed.getMessage());
      }
      return false;
    }
  }

  private void lookToTheEnd() throws SQLException {
    while (true) {
      long began = System.nanoTime();
      Look look = reader.look();
      if (look instanceof Look.Reset) {
        everythingChanged();
        told = reader.position();
      } else if (look instanceof Look.News news) {
        if (!news.changes().isEmpty()) {
          meters.applied(news.changes());
          tell(listener -> listener.changed(news.changes()));
          told = reader.position();
        }
        if (news.isFull()) {
          state = TailerState.BEHIND;
          continue;
        }
      }
      lookedAt = began;
      hasLooked = true;
      state = TailerState.CURRENT;
      return;
    }
  }

  private void everythingChanged() {
    meters.reset();
    tell(ChangeListener::everythingChanged);
  }

  private void tell(Consumer<ChangeListener> message) {
    for (ChangeListener listener : listeners) {
      try {
        message.accept(listener);
      } catch (RuntimeException failed) {
        // It broke its promise; the other listeners, and the writer who waits, are not to suffer.
        LOG.error("A listener of the change log failed", failed);
      }
    }
  }
}
