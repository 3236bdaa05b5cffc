package dev.sarkhat.cache;

import dev.sarkhat.cache.Flights.Flight;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.change.TailerState;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.RoutedProblems;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Renders what the cache does not hold: once, however many ask for it, and a few at a time. */
@Singleton
class Loads {

  /** How often a request joins a rendering that turns out to be of no use to it. */
  private static final int ROUNDS = 3;

  /** Longer than the database may take for all statements of a rendering; see the limits there. */
  private static final long LONGEST_RENDERING_MILLIS = 10_000;

  private final Flights flights = new Flights();
  private final LoadLimit limit;
  private final AnswerStore store;
  private final AnswerWriter writer;
  private final Validity validity;
  private final ChangeTailer tailer;
  private final RoutedProblems problems;
  private final CacheMetrics metrics;
  private final Clock clock;
  private final Vertx vertx;
  private final long longestWait;
  private final long latestStart;

  @Inject
  Loads(
      CacheConfiguration configuration,
      AnswerStore store,
      AnswerWriter writer,
      Validity validity,
      ChangeTailer tailer,
      RoutedProblems problems,
      CacheMetrics metrics,
      Clock clock,
      Vertx vertx) {
    this.limit = new LoadLimit(configuration.loads(), configuration.waitingLoads());
    this.store = store;
    this.writer = writer;
    this.validity = validity;
    this.tailer = tailer;
    this.problems = problems;
    this.metrics = metrics;
    this.clock = clock;
    this.vertx = vertx;
    this.longestWait = configuration.longestWait().toMillis();
    this.latestStart = configuration.latestStart().toMillis();
    metrics.observe(validity);
  }

  /** Answers from the cache, or renders what it lacks, or waits for another who renders it. */
  void answer(RoutingContext context, CachedResource resource, String key) {
    new Visit(context, resource, key).look(1);
  }

  /** Renders for this request alone. */
  void render(RoutingContext context, CachedResource resource) {
    new Visit(context, resource, null).render(null);
  }

  /** One request on its way to an answer. It moves on one thread at a time. */
  private final class Visit {

    private final RoutingContext context;
    private final CachedResource resource;
    private final @Nullable String key;
    private final Context thread = vertx.getOrCreateContext();
    private final long cameNanos = System.nanoTime();
    private long timer = -1;
    private int step;

    Visit(RoutingContext context, CachedResource resource, @Nullable String key) {
      this.context = context;
      this.resource = resource;
      this.key = key;
    }

    void look(int round) {
      String wanted = Objects.requireNonNull(key);
      Answer latest = store.latest(wanted);
      TailerState state = tailer.state();
      if (latest != null && state == TailerState.CURRENT && store.isCurrent(latest)) {
        store.alias(context.request().uri(), wanted);
        (round == 1 ? metrics.hits : metrics.joins).increment();
        finish(latest, round == 1 ? CacheStatus.HIT : CacheStatus.JOINED);
      } else if (latest != null && state == TailerState.UNREACHABLE && store.isHarmless(latest)) {
        finish(latest, CacheStatus.GRACE);
      } else if (state != TailerState.CURRENT || round > ROUNDS) {
        metrics.bypasses.increment();
        render(null);
      } else {
        int mine = waitFrom();
        Flight flight = flights.joinOrBegin(wanted, () -> proceed(mine, () -> look(round + 1)));
        if (flight == null) {
          giveUpLater(mine, longestWait, this::refuse);
        } else {
          metrics.misses.increment();
          render(flight);
        }
      }
    }

    /** Renders when its turn has come; for others, too, if there is a flight. */
    void render(@Nullable Flight flight) {
      int mine = waitFrom();
      Runnable end = flight == null ? () -> {} : flight::land;
      LoadLimit.Turn turn = () -> come(mine, end);
      Runnable giveUp =
          () -> {
            limit.leave(turn);
            end.run();
            refuse();
          };
      // Who comes back from a rendering of no use may be late already.
      if (waitedMillis() < latestStart && limit.take(turn)) {
        giveUpLater(mine, latestStart, giveUp);
      } else {
        giveUp.run();
      }
    }

    private synchronized boolean come(int mine, Runnable end) {
      if (mine != step) {
        return false;
      }
      endWait();
      thread.runOnContext(nothing -> begin(end));
      return true;
    }

    private void begin(Runnable end) {
      if (context.response().closed()) {
        // The client left while it waited: the router would go no further, and nothing tell of an
        // end.
        limit.free();
        end.run();
        return;
      }
      // The epoch before the instant, and both before the first SQL statement.
      long epoch = validity.epoch();
      // Whatever becomes of the request, its place comes back.
      long deadline = vertx.setTimer(LONGEST_RENDERING_MILLIS, id -> Load.endOf(context));
      Load load =
          new Load(
              resource,
              key,
              epoch,
              clock.instant(),
              () -> {
                vertx.cancelTimer(deadline);
                limit.free();
                end.run();
              });
      metrics.loads.increment();
      load.attach(context);
      context.addEndHandler(
          ended -> {
            // A client who has left does not end the rendering, which ends the load when it does.
            if (ended.succeeded()) {
              load.end();
            }
          });
      context.next();
    }

    private synchronized int waitFrom() {
      return ++step;
    }

    private synchronized void endWait() {
      step++;
      if (timer >= 0) {
        vertx.cancelTimer(timer);
        timer = -1;
      }
    }

    /** Gives up so many milliseconds after the request came. */
    private synchronized void giveUpLater(int mine, long millis, Runnable giveUp) {
      if (mine == step) {
        long left = Math.max(1, millis - waitedMillis());
        timer = vertx.setTimer(left, id -> proceed(mine, giveUp));
      }
    }

    private long waitedMillis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - cameNanos);
    }

    /** Goes on, on the request's own thread, unless the wait has ended in another way. */
    private void proceed(int mine, Runnable next) {
      thread.runOnContext(
          nothing -> {
            synchronized (this) {
              if (mine != step) {
                return;
              }
              endWait();
            }
            next.run();
          });
    }

    private void refuse() {
      metrics.rejected.increment();
      Answer latest = key == null ? null : store.latest(key);
      if (latest != null && store.isHarmless(latest)) {
        finish(latest, CacheStatus.GRACE);
      } else {
        problems.answer(context, ProblemException.unavailable("Too many wait for the database."));
      }
    }

    private void finish(Answer answer, CacheStatus status) {
      if (status == CacheStatus.GRACE) {
        metrics.graces.increment();
      }
      if (!context.response().ended() && !context.response().closed()) {
        writer.finish(context.request(), answer, status);
      }
    }
  }
}
