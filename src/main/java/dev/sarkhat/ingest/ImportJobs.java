package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.access.Actor;
import dev.sarkhat.access.Audit;
import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import dev.sarkhat.json.FieldChange;
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
import java.util.TreeMap;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The imports over HTTP, in the database. */
@ApplicationScoped
class ImportJobs {

  /** A file of which nothing has arrived for so long was being taken by a process that died. */
  private static final Duration DEAD_UPLOAD = Duration.ofMinutes(1);

  private final EntityManager entities;
  private final Audit audit;
  private final Schedule schedule;
  private final ImportTask task;
  private final Clock clock;

  @Inject
  ImportJobs(EntityManager entities, Audit audit, Schedule schedule, ImportTask task, Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.schedule = schedule;
    this.task = task;
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
   * @throws ProblemException 422 if the key was used with another request, 409 if that is arriving
   */
  @Transactional
  Begun begin(Actor owner, ImportRequest request) {
    ImportJob before = request.key() == null ? null : findByKey(owner, request.key());
    if (before != null) {
      if (!Arrays.equals(before.fingerprint(), request.fingerprint())) {
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
    ImportJob job = new ImportJob(owner, request, clock.instant());
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
    audit.record(owner, "startImport", "import", Long.toString(id), null, wanted(job.spelling()));
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

  /**
   * An import that was begun comes to its end, in the caller's transaction. What it has done stands
   * in the audit log from then on: each line for itself would be longer than what it wrote.
   *
   * @param failure why, in English words, or null
   */
  void finish(long id, ImportState last, @Nullable String failure) {
    ImportJob job = lock(id);
    if (job.state().isFinal()) {
      return;
    }
    ObjectNode before = state(job);
    job.end(last, failure, clock.instant());
    ObjectNode after = state(job);
    if (failure != null) {
      after.put("failure", failure);
    }
    ObjectNode counts = after.putObject("counts");
    new TreeMap<>(job.counts()).forEach(counts::put);
    audit.record(
        job.owner(),
        "finishImport",
        "import",
        Long.toString(id),
        null,
        FieldChange.between(before, after));
  }

  /** What the audit log says of what an import is to do with wrong spelling: that it touches it. */
  static List<FieldChange> wanted(SpellingMode spelling) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return spelling == SpellingMode.NONE
        ? List.of()
        : FieldChange.between(nothing, nothing.objectNode().put("spelling", spelling.value()));
  }

  /** What the audit log says of where an import stands. */
  static ObjectNode state(ImportJob job) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("state", job.state().value())
        .put("cancelling", job.isCancelling());
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
}
