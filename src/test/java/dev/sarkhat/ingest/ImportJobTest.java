package dev.sarkhat.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports over HTTP, as durable jobs. Their lines are done by the test, which is the scheduler. */
@QuarkusTest
class ImportJobTest extends ApiTest {

  private static final String PATH = "/v1/admin/imports";

  @Inject Keys keys;
  @Inject ImportRunner runner;
  @Inject ImportCleanup cleanup;
  @Inject EntityManager entities;
  @TestHTTPResource URL server;

  private final String mark = Newsroom.unique("job");
  private Holder admin;

  @BeforeEach
  void makeAdmin() {
    admin = keys.with(Role.ADMIN);
  }

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
  void aPackedFileIsUnpacked() throws IOException {
    byte[] packed = gzip(article(1, "\"title\":\"یک\"").getBytes(StandardCharsets.UTF_8));

    long asFile = id(asAdmin().contentType("application/gzip").body(packed).post(PATH).then());
    runner.run(asFile, () -> false);
    job(asFile).body("state", equalTo("done")).body("counts.articlesCreated", equalTo(1));

    long forTheWay =
        id(
            asAdmin()
                .header("Content-Encoding", "gzip")
                .contentType("application/x-ndjson")
                .body(packed)
                .post(PATH)
                .then());
    runner.run(forTheWay, () -> false);
    job(forTheWay).body("state", equalTo("done")).body("counts.articlesUnchanged", equalTo(1));
  }

  @Test
  void aFileThatBreaksOffIsDoneAsFarAsItGoes() throws IOException {
    String lines = "";
    for (int number = 0; number < 50; number++) {
      lines += article(number, "\"title\":\"" + Newsroom.unique("تیتر") + "\"");
    }
    byte[] packed = gzip(lines.getBytes(StandardCharsets.UTF_8));
    long id =
        id(
            asAdmin()
                .contentType("application/gzip")
                .body(java.util.Arrays.copyOf(packed, packed.length - 20))
                .post(PATH)
                .then());

    runner.run(id, () -> false);

    job(id).body("state", equalTo("failed")).body("failure", startsWith("The file breaks off"));
  }

  @Test
  void aFileThatUnpacksWithoutEndIsGivenUp() throws IOException {
    long id =
        id(
            asAdmin()
                .contentType("application/gzip")
                .body(gzip(new byte[30 * 1024 * 1024]))
                .post(PATH)
                .then());

    runner.run(id, () -> false);

    job(id).body("state", equalTo("failed")).body("failure", startsWith("The file breaks off"));
  }

  @Test
  void whatIsNotPackedThoughItSaysSoFails() {
    long id =
        id(
            asAdmin()
                .contentType("application/gzip")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then());

    runner.run(id, () -> false);

    job(id).body("state", equalTo("failed")).body("failure", startsWith("The file cannot be read"));
  }

  @Test
  void aPackedFileOfNothingFailsInWords() {
    long id = id(asAdmin().contentType("application/gzip").body(new byte[0]).post(PATH).then());

    runner.run(id, () -> false);

    job(id)
        .body("state", equalTo("failed"))
        .body("failure", startsWith("The file cannot be read: it is empty, or ends before"));
  }

  @Test
  void wrongRequestsAreRefused() {
    assertProblem(
        given().contentType("application/x-ndjson").body(new byte[2]).post(PATH).then(),
        401,
        "unauthenticated");
    assertProblem(
        with(keys.with(Role.EDITOR))
            .contentType("application/x-ndjson")
            .body("{}")
            .post(PATH)
            .then(),
        403,
        "forbidden");
    assertProblem(
        asAdmin().contentType("application/json").body("{}").post(PATH).then(),
        415,
        "unsupported-media-type");
    assertProblem(
        asAdmin()
            .contentType("application/x-ndjson")
            .header("Content-Encoding", "br")
            .body(new byte[2])
            .post(PATH)
            .then(),
        415,
        "unsupported-media-type");
    assertProblem(
        asAdmin()
            .contentType("application/x-ndjson")
            .body(new byte[3 * 1024 * 1024 + 1])
            .post(PATH)
            .then(),
        413,
        "content-too-large");
    assertProblem(asAdmin().get(PATH + "/999999999").then(), 404, "not-found");
    assertProblem(asAdmin().get(PATH + "/x/report").then(), 404, "not-found");
    assertProblem(with(keys.with(Role.EDITOR)).get(PATH).then(), 403, "forbidden");
  }

  @Test
  void aFileLongerThanOtherBodiesIsTaken() {
    StringBuilder lines = new StringBuilder();
    while (lines.length() < 2_500_000) {
      lines.append(" ".repeat(9_999)).append('\n');
    }
    lines.append(article(1, "\"title\":\"یک\""));

    long id = send(lines.toString());
    runner.run(id, () -> false);

    job(id)
        .body("counts.articlesCreated", equalTo(1))
        .body("size", equalTo(lines.toString().getBytes(StandardCharsets.UTF_8).length));
  }

  @Test
  void theSameRequestIsOneImport() {
    String key = Newsroom.unique("key");
    String body = article(1, "\"title\":\"یک\"");
    RequestSpecification request =
        asAdmin().header("Idempotency-Key", key).contentType("application/x-ndjson");
    long first =
        id(
            request
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .header("Idempotent-Replayed", nullValue()));

    long second =
        id(
            asAdmin()
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .header("Idempotent-Replayed", "true"));

    assertEquals(first, second);
    assertProblem(
        asAdmin()
            .header("Idempotency-Key", key)
            .contentType("application/gzip")
            .body(body.getBytes(StandardCharsets.UTF_8))
            .post(PATH)
            .then(),
        422,
        "key-reused");
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
  void anUploadThatStandsStillIsGivenUpAndLeavesNothing() throws IOException {
    long before =
        count("select count(*) from import_job where principal_name = :mark", admin.name());
    String head =
        "POST "
            + PATH
            + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + admin.text()
            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000\r\n\r\n{";
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    }
    assertEquals(
        before,
        count("select count(*) from import_job where principal_name = :mark", admin.name()));
  }

  @Test
  void anUploadWhoseSenderGoesAwayLeavesNothing() throws Exception {
    String head =
        "POST "
            + PATH
            + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + admin.text()
            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n80000\r\n"
            + " ".repeat(0x80000)
            + "\r\n";
    String jobs = "select count(*) from import_job where principal_name = :mark";
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      await(() -> count(jobs, admin.name()) == 1);
    }
    await(() -> count(jobs, admin.name()) == 0);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in vain");
      Thread.onSpinWait();
    }
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

  private String article(int number, String more) {
    return "{\"externalId\":\""
        + mark
        + "-"
        + number
        + "\",\"publishedAt\":\"2020-01-01T00:00:00Z\","
        + more
        + "}\n";
  }

  private long send(String lines) {
    return id(
        asAdmin()
            .contentType("application/x-ndjson")
            .body(lines.getBytes(StandardCharsets.UTF_8))
            .post(PATH)
            .then());
  }

  private static long id(ValidatableResponse response) {
    response.statusCode(202);
    long id = response.extract().jsonPath().getLong("id");
    response.header("Location", equalTo(PATH + "/" + id));
    return id;
  }

  private ValidatableResponse job(long id) {
    return asAdmin().get(PATH + "/" + id).then().statusCode(200);
  }

  private ValidatableResponse cancel(long id) {
    return asAdmin().post(PATH + "/" + id + "/cancel").then();
  }

  private RequestSpecification asAdmin() {
    return with(admin);
  }

  private static RequestSpecification with(Holder holder) {
    return given()
        .header("Authorization", "Bearer " + holder.text())
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(
                            "application/x-ndjson", io.restassured.http.ContentType.TEXT)));
  }

  private long articles() {
    return count("select count(*) from article where external_id like :mark || '-%'", mark);
  }

  private long count(String sql, String parameter) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(sql, Long.class)
                    .setParameter("mark", parameter)
                    .getSingleResult());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
