package dev.sarkhat.ingest;

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

/** Removes the files of imports that ended long ago, and what broken uploads left. */
@ApplicationScoped
class ImportCleanup {

  private static final Duration EVERY = Duration.ofMinutes(10);

  /** How long a request's name is known, as the API document says. */
  private static final Duration KEYS_KEPT = Duration.ofHours(24);

  /** Nothing has arrived for so long: the process that took the file is dead. */
  private static final Duration DEAD_UPLOAD = Duration.ofHours(1);

  /** 25 MB a transaction. */
  private static final int CHUNKS = 100;

  private final EntityManager entities;
  private final ImportSettings settings;
  private final Clock clock;

  @Inject
  ImportCleanup(EntityManager entities, ImportSettings settings, Clock clock) {
    this.entities = entities;
    this.settings = settings;
    this.clock = clock;
  }

  @Produces
  @Singleton
  RecurringTask<Void> removing() {
    return Tasks.recurring("import-files", FixedDelay.of(EVERY))
        .execute((instance, context) -> remove());
  }

  /** Removes what is no longer needed. */
  void remove() {
    Instant now = clock.instant();
    update(
        "update import_job set idempotency_key = null where idempotency_key is not null and created_at < :before",
        now.minus(KEYS_KEPT));
    update(
        "delete from import_job where state = 'uploading' and touched_at < :before",
        now.minus(DEAD_UPLOAD));
    while (removeChunks(now.minus(settings.keepFiles())) == CHUNKS) {
      // On to the next ones.
    }
  }

  private int removeChunks(Instant before) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createNativeQuery(
                        """
                        delete from import_chunk where (job_id, number) in (
                          select c.job_id, c.number from import_chunk c join import_job j on j.id = c.job_id
                          where j.finished_at < :before limit :most)
                        """)
                    .setParameter("before", before)
                    .setParameter("most", CHUNKS)
                    .executeUpdate());
  }

  private void update(String sql, Instant before) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(sql).setParameter("before", before).executeUpdate());
  }
}
