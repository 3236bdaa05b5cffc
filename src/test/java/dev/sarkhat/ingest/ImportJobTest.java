package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Imports over HTTP, as durable jobs. */
@QuarkusTest
class ImportJobTest extends ImportJobTests {

  @Inject ImportCleanup cleanup;

  @Test
  void aFileIsTakenDoneAndReported() {
    long id =
        send(
            article(1, "\"title\":\"یک\"")
                + "{\"titel\":\"غلط\"}\n\n"
                + article(2, "\"title\":\"دو\""));

    job(id)
        .body("state", equalTo("queued"))
        .body("createdBy.name", equalTo(admin.name()))
        .body("linesDone", equalTo(0))
        .body("startedAt", nullValue());
    runner.run(id, () -> false);

    job(id)
        .body("state", equalTo("done"))
        .body("linesDone", equalTo(4))
        .body("counts.linesRead", equalTo(3))
        .body("counts.articlesCreated", equalTo(2))
        .body("refused", equalTo(1))
        .body("failure", nullValue());
    asAdmin()
        .get(PATH + "/" + id + "/report?limit=1")
        .then()
        .statusCode(200)
        .body("data", hasSize(1))
        .body("data[0].line", equalTo(2))
        .body("page.next", startsWith(PATH + "/" + id + "/report?limit=1&cursor="));
    asAdmin()
        .get(PATH + "?limit=1")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-store");
    assertEquals(2L, articles());
    assertEquals(
        2L, count("select count(*) from article_revision where actor_name = :mark", admin.name()));
    assertEquals(
        1L,
        count(
            "select count(*) from audit_log where operation = 'startImport' and entity = :mark",
            Long.toString(id)));
    assertEquals(
        1L,
        count(
            "select count(*) from scheduled_tasks where task_name = 'import' and task_instance = :mark",
            Long.toString(id)));
  }

  @Test
  void anImportIsCancelledBeforeItsNextBatch() {
    long waiting = send(article(1, "\"title\":\"یک\""));
    cancel(waiting).statusCode(200).body("state", equalTo("cancelled"));
    runner.run(waiting, () -> false);
    assertEquals(0L, articles());
    assertProblem(cancel(waiting), 409, "conflict");

    String lines = "";
    for (int number = 0; number < 2 * Import.BATCH_LINES; number++) {
      lines += article(number, "\"title\":\"یک\"");
    }
    long running = send(lines);
    AtomicInteger batches = new AtomicInteger();
    runner.run(
        running,
        () -> {
          if (batches.incrementAndGet() == 2) {
            QuarkusTransaction.suspendingExisting()
                .run(() -> cancel(running).statusCode(200).body("cancelling", equalTo(true)));
          }
          return false;
        });

    job(running)
        .body("state", equalTo("cancelled"))
        .body("counts.articlesCreated", equalTo(Import.BATCH_LINES));
    assertEquals(Import.BATCH_LINES, articles());
  }

  @Test
  void anInterruptedImportGoesOnWhereItWas() {
    String lines = "";
    for (int number = 0; number < 3 * Import.BATCH_LINES; number++) {
      lines +=
          article(number, number % 7 == 0 ? "\"titel\":\"غلط\"" : "\"title\":\"" + number + "\"");
    }
    long id = send(lines);
    AtomicInteger batches = new AtomicInteger();

    assertThrows(
        JobStoppedException.class, () -> runner.run(id, () -> batches.incrementAndGet() == 3));
    long done = job(id).body("state", equalTo("running")).extract().jsonPath().getLong("linesDone");
    assertTrue(done > 0 && done < 3 * Import.BATCH_LINES);
    assertThrows(
        IllegalStateException.class,
        () ->
            runner.run(
                id,
                () -> {
                  throw new IllegalStateException("the process dies");
                }));
    runner.run(id, () -> false);

    int refused = (3 * Import.BATCH_LINES + 6) / 7;
    job(id)
        .body("state", equalTo("done"))
        .body("linesDone", equalTo(3 * Import.BATCH_LINES))
        .body("counts.linesRead", equalTo(3 * Import.BATCH_LINES))
        .body("counts.articlesCreated", equalTo(3 * Import.BATCH_LINES - refused))
        .body("counts.articlesUnchanged", equalTo(0))
        .body("refused", equalTo(refused));
    assertEquals(3L * Import.BATCH_LINES - refused, articles());
    assertEquals(
        refused,
        count(
            "select count(distinct line) from import_refusal where job_id = cast(:mark as bigint)",
            Long.toString(id)));
  }

  @Test
  void aLineThatTheDatabaseRefusesIsRefusedAlone() {
    StringBuilder path = new StringBuilder("/");
    for (int word = 0; path.length() < 1_900; word++) {
      path.appendCodePoint(0x4E00 + word * 7919 % 20_000);
    }
    long id =
        send(
            article(1, "\"title\":\"الف\"")
                + "{\"titel\":\"ت\"}\n"
                + article(3, "\"title\":\"ب\",\"path\":\"" + path + "\"")
                + article(4, "\"title\":\"پ\"")
                + "{}\n");

    runner.run(id, () -> false);

    job(id)
        .body("state", equalTo("done"))
        .body("linesDone", equalTo(5))
        .body("counts.linesRead", equalTo(5))
        .body("counts.articlesCreated", equalTo(2))
        .body("refused", equalTo(3));
  }

  @Test
  void aProcessThatWasTakenForDeadDoesNothingMore() {
    long id = send(article(1, "\"title\":\"یک\""));
    runner.run(
        id,
        () -> {
          QuarkusTransaction.suspendingExisting()
              .run(
                  () ->
                      QuarkusTransaction.requiringNew()
                          .run(
                              () ->
                                  entities
                                      .createNativeQuery(
                                          "update import_job set run = run + 1 where id = :id")
                                      .setParameter("id", id)
                                      .executeUpdate()));
          return false;
        });

    assertEquals(0L, articles());
    job(id).body("state", equalTo("running")).body("linesDone", equalTo(0));
  }

  @Test
  void filesOfImportsThatEndedLongAgoAreRemoved() {
    long id = send(article(1, "\"title\":\"یک\""));
    runner.run(id, () -> false);
    String chunks = "select count(*) from import_chunk where job_id = cast(:mark as bigint)";
    cleanup.remove();
    assertEquals(1L, count(chunks, Long.toString(id)));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update import_job set finished_at = finished_at - interval '8 days' where id = :id")
                    .setParameter("id", id)
                    .executeUpdate());

    cleanup.remove();

    assertEquals(0L, count(chunks, Long.toString(id)));
    job(id).body("state", equalTo("done"));
  }
}
