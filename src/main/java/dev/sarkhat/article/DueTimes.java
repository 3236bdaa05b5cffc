package dev.sarkhat.article;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/**
 * Writes into the change log that an article has appeared or expired by time alone, so that those
 * who follow the log hear of it: search, feeds, content delivery networks. What readers see never
 * waits for this.
 */
@ApplicationScoped
class DueTimes {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** How many articles one transaction announces: some tens of milliseconds. */
  private static final int BATCH = 500;

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  DueTimes(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Produces
  @Singleton
  RecurringTask<Void> announcing() {
    return Tasks.recurring("due-times", FixedDelay.of(EVERY))
        .execute((instance, context) -> announce());
  }

  /** Announces all that has become due until now, in the order of the instants. */
  void announce() {
    Instant now = clock.instant();
    int announced;
    do {
      announced = QuarkusTransaction.requiringNew().call(() -> announceSome(now, BATCH));
    } while (announced == BATCH);
  }

  /**
   * Announces the next ones, in the caller's transaction.
   *
   * @return how many; fewer than asked for where there are no more, or another node is at it
   */
  int announceSome(Instant until, int most) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery("select announce_due(:until, :most)", Integer.class)
        .setParameter("until", until)
        .setParameter("most", most)
        .getSingleResult();
  }
}
