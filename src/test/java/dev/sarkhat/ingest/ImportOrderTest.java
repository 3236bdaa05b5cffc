package dev.sarkhat.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.HeartbeatConfig;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the scheduler picks first, the file that was sent later says the later thing. */
@QuarkusTest
class ImportOrderTest extends ApiTest {

  private static final String PATH = "/v1/admin/imports";

  @Inject Keys keys;
  @Inject ImportRunner runner;
  @Inject ImportTask task;
  @Inject DataSource database;
  @Inject EntityManager entities;
  @Inject Clock clock;

  private final String mark = Newsroom.unique("order");
  private NewsroomClient admin;

  @BeforeEach
  void nothingWaits() {
    admin = new NewsroomClient(keys.with(Role.ADMIN));
    // Other tests leave imports that nobody does.
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update import_job set state = 'cancelled', finished_at = created_at"
                            + " where state in ('queued', 'running')")
                    .executeUpdate());
  }

  @Test
  void aLaterImportWaitsForTheEarlierOne() {
    long first = send("یک");
    long second = send("دو");
    assertTrue(runner.hasTurn(first));
    assertFalse(runner.hasTurn(second));

    pick(second);
    job(second).body("state", equalTo("queued"));
    pick(first);
    pick(second);

    job(first).body("state", equalTo("done")).body("counts.articlesCreated", equalTo(1));
    job(second).body("state", equalTo("done")).body("counts.articlesUpdated", equalTo(1));
  }

  @Test
  void oneThatWasCancelledHoldsUpNobody() {
    long first = send("یک");
    long second = send("دو");

    admin.post(PATH + "/" + first + "/cancel", null).statusCode(200);

    assertTrue(runner.hasTurn(second));
    pick(second);
    job(second).body("state", equalTo("done"));
  }

  /** As the scheduler does it. */
  private void pick(long id) {
    Task<Void> imports = task.task();
    TaskInstance<Void> instance = imports.instance(Long.toString(id));
    Execution execution = new Execution(clock.instant(), instance);
    imports.execute(
        instance,
        new ExecutionContext(
            new SchedulerState.SettableSchedulerState(),
            execution,
            SchedulerClient.Builder.create(database).build(),
            new CurrentlyExecuting(
                execution,
                clock::instant,
                new HeartbeatConfig(Duration.ofSeconds(5), 4, Duration.ofSeconds(20)))));
  }

  private long send(String title) {
    String line =
        "{\"externalId\":\""
            + mark
            + "\",\"publishedAt\":\"2020-01-01T00:00:00Z\",\"title\":\""
            + title
            + "\"}\n";
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .header("Authorization", "Bearer " + admin.holder().text())
        .contentType("application/x-ndjson")
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post(PATH)
        .then()
        .statusCode(202)
        .extract()
        .jsonPath()
        .getLong("id");
  }

  private ValidatableResponse job(long id) {
    return admin.get(PATH + "/" + id).statusCode(200);
  }
}
