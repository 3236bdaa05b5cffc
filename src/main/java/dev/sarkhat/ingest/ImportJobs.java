package dev.sarkhat.ingest;

import dev.sarkhat.access.Actor;
import dev.sarkhat.access.Audit;
import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.ListQuery;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.paging.Page;
import dev.sarkhat.schedule.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The imports over HTTP, in the database. */
@ApplicationScoped
class ImportJobs {

  /** A file of which nothing has arrived for so long was being taken by a process that died. */
  private static final Duration DEAD_UPLOAD = Duration.ofMinutes(1);

  private static final String LIST = "imports";

  private final EntityManager entities;
  private final Audit audit;
  private final Schedule schedule;
  private final ImportTask task;
  private final Cursors cursors;
  private final Clock clock;

  @Inject
  ImportJobs(
      EntityManager entities,
      Audit audit,
      Schedule schedule,
      ImportTask task,
      Cursors cursors,
      Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.schedule = schedule;
    this.task = task;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * An import that takes the request's file, or has taken it before.
   *
   * @param repeated whether the same request has been answered before
   */
  record Begun(long id, boolean repeated) {}

  /**
   * Begins an import.
   *
   * @param key what the sender calls the request, or null
   * @throws ProblemException 422 if the key was used with another request, 409 if that is arriving
   */
  @Transactional
  Begun begin(Actor owner, @Nullable String key, byte[] fingerprint, boolean packed) {
    ImportJob before = key == null ? null : findByKey(owner, key);
    if (before != null) {
      if (!Arrays.equals(before.fingerprint(), fingerprint)) {
        throw ProblemException.of(
            ProblemType.KEY_REUSED,
            "This Idempotency-Key was used with another request: make a new key for each.");
      }
      if (before.state() != ImportState.UPLOADING) {
        return new Begun(Objects.requireNonNull(before.id()), true);
      }
      if (before.touchedAt().isAfter(clock.instant().minus(DEAD_UPLOAD))) {
        throw inProgress();
      }
      entities.remove(before);
      entities.flush();
    }
    ImportJob job = new ImportJob(owner, key, fingerprint, packed, clock.instant());
    try {
      entities.persist(job);
      entities.flush();
    } catch (ConstraintViolationException sameMoment) {
      throw inProgress();
    }
    return new Begun(Objects.requireNonNull(job.id()), false);
  }

  private static ProblemException inProgress() {
    return ProblemException.of(
        ProblemType.IN_PROGRESS,
        "The file of a request with this Idempotency-Key is arriving: send it again in a minute.");
  }

  private @Nullable ImportJob findByKey(Actor owner, String key) {
    return entities
        .createQuery(
            "from ImportJob j where j.principalId = :principal and j.idempotencyKey = :key",
            ImportJob.class)
        .setParameter("principal", owner.principalId())
        .setParameter("key", key)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Keeps a piece of the file; the pieces are numbered from 0. */
  @Transactional
  void keep(long id, int number, byte[] bytes) {
    arriving(id).grow(bytes.length, clock.instant());
    entities
        .createNativeQuery(
            "insert into import_chunk (job_id, number, bytes) values (:job, :number, :bytes)")
        .setParameter("job", id)
        .setParameter("number", number)
        .setParameter("bytes", bytes)
        .executeUpdate();
  }

  /** The file has arrived: its lines are done next. */
  @Transactional
  ImportView queue(long id, Actor owner) {
    ImportJob job = arriving(id);
    job.queue();
    audit.record(owner, "startImport", "import", Long.toString(id), null, List.of());
    schedule.soon(task.task(), Long.toString(id));
    return ImportView.of(job);
  }

  private ImportJob arriving(long id) {
    ImportJob job = lock(id);
    if (job.state() != ImportState.UPLOADING) {
      throw ProblemException.of(ProblemType.CONFLICT, "The import was cancelled.");
    }
    return job;
  }

  /** Forgets an import whose file did not arrive. */
  @Transactional
  void discard(long id) {
    entities
        .createQuery("delete from ImportJob j where j.id = :id and j.state = :uploading")
        .setParameter("id", id)
        .setParameter("uploading", ImportState.UPLOADING)
        .executeUpdate();
  }

  /** The import with the number, in the caller's transaction, where it cannot change. */
  ImportJob lock(long id) {
    ImportJob job = entities.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null) {
      throw ProblemException.notFound();
    }
    return job;
  }

  /** The import with the number. */
  @Transactional
  ImportJob get(long id) {
    ImportJob job = entities.find(ImportJob.class, id);
    if (job == null) {
      throw ProblemException.notFound();
    }
    return job;
  }

  /** One page of all imports, the latest first. */
  @Transactional
  Page<ImportView> page(ListQuery query) {
    List<String> after = cursors.keys(LIST, query.cursor());
    List<ImportJob> rows =
        entities
            .createQuery(
                "from ImportJob j where j.id < :before order by j.id desc", ImportJob.class)
            .setParameter("before", after == null ? Long.MAX_VALUE : Long.parseLong(after.get(0)))
            .setMaxResults(query.limit() + 1)
            .getResultList();
    return Page.cut(rows, query.limit(), last -> cursors.after(LIST, String.valueOf(last.id())))
        .map(ImportView::of);
  }

  /** One page of what an import refused, in the order of the lines. */
  @Transactional
  Page<RefusalView> refusals(long id, ListQuery query) {
    get(id);
    String list = "imports/" + id + "/report";
    List<String> after = cursors.keys(list, query.cursor());
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select line, place, external_id, pointer, reason from import_refusal
                where job_id = :job and (line, place) > (:line, :place)
                order by line, place limit :rows
                """,
                Object[].class)
            .setParameter("job", id)
            .setParameter("line", after == null ? -1L : Long.parseLong(after.get(0)))
            .setParameter("place", after == null ? 0 : Integer.parseInt(after.get(1)))
            .setParameter("rows", query.limit() + 1)
            .getResultList();
    return Page.cut(
            rows,
            query.limit(),
            last -> cursors.after(list, String.valueOf(last[0]), String.valueOf(last[1])))
        .map(RefusalView::of);
  }
}
