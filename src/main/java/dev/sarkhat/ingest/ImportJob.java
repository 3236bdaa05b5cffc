package dev.sarkhat.ingest;

import dev.sarkhat.access.Actor;
import dev.sarkhat.access.PrincipalRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An import over HTTP. How far it has come is written by {@link JobLedger}. */
@Entity
@Table(name = "import_job")
@SuppressWarnings("UnusedVariable") // read by the database
class ImportJob {

  @Id
  @GeneratedValue
  @SequenceGenerator(sequenceName = "import_job_seq", allocationSize = 1)
  private @Nullable Long id;

  @Enumerated(EnumType.STRING)
  private ImportState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "touched_at")
  private Instant touchedAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "principal_id")
  private @Nullable Long principalId;

  @Column(name = "principal_name")
  private String principalName;

  @Column(name = "idempotency_key")
  private @Nullable String idempotencyKey;

  private byte[] fingerprint;
  private boolean packed;

  @Enumerated(EnumType.STRING)
  private SpellingMode spelling;

  private long size;

  @Column(name = "bytes_read")
  private long bytesRead;

  @Column(name = "lines_done")
  private long linesDone;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Long> counts;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Long> notes;

  /** Counts the processes that have begun or gone on with it. */
  private int run;

  private boolean cancelling;
  private @Nullable String failure;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ImportJob() {}

  /**
   * An import whose file is about to arrive.
   *
   * @param request what its sender says of it
   */
  ImportJob(Actor owner, ImportRequest request, Instant now) {
    this.state = ImportState.UPLOADING;
    this.createdAt = now;
    this.touchedAt = now;
    this.principalId = owner.principalId();
    this.principalName = owner.name();
    this.idempotencyKey = request.key();
    this.fingerprint = request.fingerprint();
    this.packed = request.packed();
    this.spelling = request.spelling();
    this.counts = Map.of();
    this.notes = Map.of();
  }

  /** Another piece of the file has arrived. */
  void grow(int bytes, Instant now) {
    size += bytes;
    touchedAt = now;
  }

  /** The file has arrived. */
  void queue() {
    state = ImportState.QUEUED;
  }

  /** Its lines are done from now on, by this process alone. */
  void start(Instant now) {
    run++;
    state = ImportState.RUNNING;
    if (startedAt == null) {
      startedAt = now;
    }
  }

  /** It is to end before its time: at once, unless its lines are being done. */
  void cancel(Instant now) {
    cancelling = true;
    if (state != ImportState.RUNNING) {
      end(ImportState.CANCELLED, null, now);
    }
  }

  /**
   * It ends.
   *
   * @param failure why, in English words, or null
   */
  void end(ImportState last, @Nullable String failure, Instant now) {
    this.state = last;
    if (last == ImportState.DONE) {
      // What stands behind the end of a packed file is not read.
      this.bytesRead = size;
    }
    this.failure = failure;
    this.finishedAt = now;
  }

  /** Its number; null until it is stored. */
  @Nullable Long id() {
    return id;
  }

  /** Which of the processes that have begun or gone on with it does it now, from 1. */
  int run() {
    return run;
  }

  ImportState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** When the last piece of its file arrived. */
  Instant touchedAt() {
    return touchedAt;
  }

  /** When its first line was begun. */
  @Nullable Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant finishedAt() {
    return finishedAt;
  }

  /** Who sent it. */
  Actor owner() {
    return new Actor(principalId, principalName, null, null, null);
  }

  /** Whoever sent it, by the name they had then. */
  @Nullable PrincipalRef sender() {
    return principalId == null ? null : new PrincipalRef(principalId, principalName);
  }

  byte[] fingerprint() {
    return fingerprint.clone();
  }

  boolean isPacked() {
    return packed;
  }

  /** What is done with wrong spelling. */
  SpellingMode spelling() {
    return spelling;
  }

  /** The length of its file so far, in bytes. */
  long size() {
    return size;
  }

  /** How much of its file has been read, in bytes. */
  long bytesRead() {
    return bytesRead;
  }

  /** The number of the last line that is done. */
  long linesDone() {
    return linesDone;
  }

  /** By {@link Count#key()}. */
  Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** By {@link Note#key()}. */
  Map<String, Long> notes() {
    return Map.copyOf(notes);
  }

  /** Whether somebody wants it to end. */
  boolean isCancelling() {
    return cancelling;
  }

  @Nullable String failure() {
    return failure;
  }
}
