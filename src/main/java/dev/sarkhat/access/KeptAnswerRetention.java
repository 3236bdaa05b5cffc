package dev.sarkhat.access;

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

/** Removes the answers that nobody will ask for again. */
@ApplicationScoped
class KeptAnswerRetention {

  /** As the API document says. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final Duration EVERY = Duration.ofMinutes(10);

  private static final int BATCH = 1_000;

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  KeptAnswerRetention(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Produces
  @Singleton
  RecurringTask<Void> removing() {
    return Tasks.recurring("idempotent-requests", FixedDelay.of(EVERY))
        .execute((instance, context) -> remove());
  }

  /** Removes what is older than a day, so many in a transaction. */
  void remove() {
    Instant before = clock.instant().minus(KEPT);
    int removed;
    do {
      removed = QuarkusTransaction.requiringNew().call(() -> removeSome(before));
    } while (removed == BATCH);
  }

  private int removeSome(Instant before) {
    return entities
        .createNativeQuery(
            """
            delete from idempotent_request where (principal_id, key) in (
              select principal_id, key from idempotent_request
              where created_at < :before order by created_at limit :most for update skip locked)
            """)
        .setParameter("before", before)
        .setParameter("most", BATCH)
        .executeUpdate();
  }
}
