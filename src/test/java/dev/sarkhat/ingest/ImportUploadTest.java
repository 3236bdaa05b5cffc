package dev.sarkhat.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What is sent to be imported: taken as it comes, whole and once, or refused. */
@QuarkusTest
class ImportUploadTest extends ImportJobTests {

  @TestHTTPResource URL server;

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
}
