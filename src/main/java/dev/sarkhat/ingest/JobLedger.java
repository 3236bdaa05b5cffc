package dev.sarkhat.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.access.Actor;
import dev.sarkhat.ingest.JobStoppedException.Reason;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.hibernate.Session;

/**
 * How far an import over HTTP has come, written in the transactions that write its lines. So what
 * is done is counted, and what is counted is done, whenever the process dies.
 *
 * <p>It holds the import to one process: each that begins or goes on with it gets a number, and one
 * whose number is not the latest is stopped.
 */
final class JobLedger implements ImportLedger {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

  private final EntityManager entities;
  private final long id;
  private final int run;
  private final Actor owner;
  private final Instant startedAt;
  private final long linesDone;
  private final LongSupplier bytesRead;
  private final SpellingMode spelling;
  private final JobReport report;
  private final BooleanSupplier stopping;

  /**
   * The ledger of an import that has been started.
   *
   * @param bytesRead how much of its file has been read
   * @param mostToTell how many refusals are kept, and how many repairs of spelling
   * @param stopping whether this process ends
   */
  JobLedger(
      EntityManager entities,
      ImportJob job,
      LongSupplier bytesRead,
      int mostToTell,
      BooleanSupplier stopping) {
    this.entities = entities;
    this.id = Objects.requireNonNull(job.id());
    this.run = job.run();
    this.owner = job.owner();
    this.startedAt = Objects.requireNonNull(job.startedAt());
    this.linesDone = job.linesDone();
    this.bytesRead = bytesRead;
    this.spelling = job.spelling();
    this.report = new JobReport(id, mostToTell);
    this.stopping = stopping;
  }

  @Override
  public Actor owner() {
    return owner;
  }

  @Override
  public Instant startedAt() {
    return startedAt;
  }

  @Override
  public long linesDone() {
    return linesDone;
  }

  @Override
  public SpellingMode spelling() {
    return spelling;
  }

  @Override
  public void done(long upTo, Tally tally, List<Refusal> refusals, List<SpellingNote> spellings) {
    if (stopping.getAsBoolean()) {
      throw new JobStoppedException(Reason.ENDING);
    }
    write(upTo, tally.summary(), refusals, spellings);
  }

  @Override
  public void joined(long count) {
    write(
        0, new ImportSummary(Map.of(Count.RELATED_JOINED, count), Map.of()), List.of(), List.of());
  }

  /** So many related articles are awaited still, at the end of the import. */
  void awaited(long count) {
    write(
        0, new ImportSummary(Map.of(Count.RELATED_AWAITED, count), Map.of()), List.of(), List.of());
  }

  private void write(
      long upTo, ImportSummary more, List<Refusal> refusals, List<SpellingNote> spellings) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try {
                add(connection, upTo, more);
                report.keepRefusals(connection, refusals);
                report.keepSpellings(connection, spellings);
              } catch (SQLException failed) {
                // As no line's fault, or the lines would be tried one by one.
                throw new IllegalStateException("The import's progress cannot be written", failed);
              }
            });
  }

  private void add(Connection connection, long upTo, ImportSummary more) throws SQLException {
    TreeMap<String, Long> counts;
    TreeMap<String, Long> notes;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select state, cancelling, run, counts, notes from import_job where id = ? for update")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || row.getInt("run") != run || !row.getString("state").equals("running")) {
          throw new JobStoppedException(Reason.OVERTAKEN);
        }
        if (row.getBoolean("cancelling")) {
          throw new JobStoppedException(Reason.CANCELLED);
        }
        counts = read(row.getString("counts"));
        notes = read(row.getString("notes"));
      }
    }
    more.counts().forEach((count, times) -> counts.merge(count.key(), times, Long::sum));
    more.notes().forEach((note, times) -> notes.merge(note.key(), times, Long::sum));
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update import_job
            set lines_done = greatest(lines_done, ?), bytes_read = ?, counts = ?::jsonb, notes = ?::jsonb
            where id = ?
            """)) {
      statement.setLong(1, upTo);
      statement.setLong(2, bytesRead.getAsLong());
      statement.setString(3, text(counts));
      statement.setString(4, text(notes));
      statement.setLong(5, id);
      statement.executeUpdate();
    }
  }

  private static TreeMap<String, Long> read(String text) {
    try {
      return JSON.readValue(text, COUNTS);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written can be read", impossible);
    }
  }

  private static String text(Map<String, Long> counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("numbers can always be written", impossible);
    }
  }
}
