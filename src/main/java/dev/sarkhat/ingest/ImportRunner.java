package dev.sarkhat.ingest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does an import's lines, from the first that is not done. */
@ApplicationScoped
class ImportRunner {

  private static final Logger LOG = Logger.getLogger(ImportRunner.class);

  private final Import lines;
  private final ImportJobs jobs;
  private final ImportSettings settings;
  private final EntityManager entities;
  private final DataSource dataSource;
  private final Clock clock;

  @Inject
  ImportRunner(
      Import lines,
      ImportJobs jobs,
      ImportSettings settings,
      EntityManager entities,
      DataSource dataSource,
      Clock clock) {
    this.lines = lines;
    this.jobs = jobs;
    this.settings = settings;
    this.entities = entities;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Whether every import that was sent before has ended: a later file may say the later thing. */
  boolean hasTurn(long id) {
    return QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .createQuery(
                            "select count(j) from ImportJob j where j.id < :id and j.state in :waiting",
                            Long.class)
                        .setParameter("id", id)
                        .setParameter("waiting", List.of(ImportState.QUEUED, ImportState.RUNNING))
                        .getSingleResult())
        == 0;
  }

  /**
   * Does the import, unless it has ended.
   *
   * @param stopping asked between two batches whether this process ends
   * @throws JobStoppedException if this process ends: the import is to be gone on with
   * @throws RuntimeException if the database fails: the import is to be tried again
   */
  void run(long id, BooleanSupplier stopping) {
    ImportJob job = QuarkusTransaction.requiringNew().call(() -> begin(id));
    if (job == null) {
      return;
    }
    ChunkStream chunks = new ChunkStream(dataSource, id);
    JobLedger ledger =
        new JobLedger(entities, job, chunks::position, settings.mostRefusals(), stopping);
    try (InputStream file = UnpackedFile.open(chunks, job.isPacked(), settings)) {
      ImportSummary summary = lines.run(file, new Quiet(), ledger);
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                ledger.awaited(summary.of(Count.RELATED_AWAITED));
                jobs.finish(id, ImportState.DONE, null);
              });
    } catch (BrokenStreamException broken) {
      fail(id, "The file breaks off after line " + broken.lastLine() + ": " + broken.getMessage());
    } catch (IOException unreadable) {
      fail(id, "The file cannot be read: " + unreadable.getMessage());
    } catch (JobStoppedException stopped) {
      stopped(id, stopped);
    }
  }

  private @Nullable ImportJob begin(long id) {
    ImportJob job = entities.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null || job.state().isFinal() || job.state() == ImportState.UPLOADING) {
      return null;
    }
    job.start(clock.instant());
    return job;
  }

  private void stopped(long id, JobStoppedException stopped) {
    switch (stopped.reason()) {
      case CANCELLED ->
          QuarkusTransaction.requiringNew().run(() -> jobs.finish(id, ImportState.CANCELLED, null));
      case OVERTAKEN ->
          LOG.warnf(
              "Import %s is being done by another process, which took this one for dead",
              Long.toString(id));
      case ENDING -> throw stopped;
    }
  }

  private void fail(long id, String reason) {
    QuarkusTransaction.requiringNew().run(() -> jobs.finish(id, ImportState.FAILED, reason));
  }

  /** Ends an import that fails again and again, for a reason that is in the log. */
  void giveUp(long id) {
    fail(id, "The server failed again and again; its log tells why.");
  }

  /** Tells nobody: what there is to tell is in the ledger. */
  private static final class Quiet implements ImportListener {

    @Override
    public void refused(Refusal refusal) {}

    @Override
    public void warned(String warning) {}

    @Override
    public void progressed(ImportSummary soFar) {}
  }
}
