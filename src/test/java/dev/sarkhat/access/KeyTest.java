package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.TestClock;
import dev.sarkhat.access.Keys.Holder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are made, follow each other and are taken back over HTTP; each is told once. */
@QuarkusTest
class KeyTest extends ApiTest {

  @Inject Keys keys;
  @Inject TestClock clock;
  private Holder maker = new Holder(0, "", "", "");
  private String admin = "";
  private Holder holder = new Holder(0, "", "", "");
  private String address = "";

  @BeforeEach
  void somebody() {
    maker = keys.with(Role.ADMIN);
    admin = maker.text();
    holder = keys.with(Role.EDITOR);
    address = "/v1/admin/principals/" + holder.principalId() + "/keys";
  }

  @AfterEach
  void letTheClockRun() {
    clock.run();
  }

  @Test
  void aKeyIsToldOnce() {
    JsonPath made =
        post(address, "{}").statusCode(201).header("ETag", nullValue()).extract().jsonPath();
    String text = made.getString("key");
    String secret = text.substring(13);

    as(text)
        .get("/v1/admin/me")
        .then()
        .statusCode(200)
        .body("keyId", equalTo(made.getString("id")))
        .body("id", equalTo((int) holder.principalId()));
    String list = as(admin).get(address).then().statusCode(200).extract().asString();
    String one =
        as(admin)
            .get(address + "/" + made.getString("id"))
            .then()
            .statusCode(200)
            .body("createdBy.id", equalTo((int) maker.principalId()))
            .body("createdBy.name", equalTo(maker.name()))
            .body("expiresAt", nullValue())
            .extract()
            .asString();
    assertTrue(list.contains(made.getString("id")));
    assertFalse(list.contains(secret));
    assertFalse(one.contains(secret));
    assertFalse(keys.isAnywhere(secret), "the database holds the secret of a key");
  }

  @Test
  void noLogTellsAKey() {
    Queue<String> logged = new ConcurrentLinkedQueue<>();
    Handler listener = new Listener(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      String text = post(address, "{}").statusCode(201).extract().path("key");
      as(text).get("/v1/admin/me").then().statusCode(200);
      as(text).body(text).contentType("application/json").post(address).then().statusCode(400);
      as(text + "x").get("/v1/admin/me").then().statusCode(401);
      as(text).get("/v1/admin/no-such-thing/" + "x").then().statusCode(404);
      Logger.getLogger("test").info("heard");

      assertTrue(logged.contains("heard"));
      assertTrue(logged.stream().noneMatch(each -> each.contains(text.substring(13))));
    } finally {
      root.removeHandler(listener);
    }
  }

  /** Hears what is logged, with what was thrown. */
  private static final class Listener extends Handler {

    private final Queue<String> logged;

    Listener(Queue<String> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord entry) {
      logged.add(entry.getMessage());
      logged.add(Arrays.toString(entry.getParameters()));
      logged.add(String.valueOf(entry.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aKeyThatWasToldIsNotToldAgain() {
    String idempotencyKey = UUID.randomUUID().toString();
    JsonPath made = once(idempotencyKey).statusCode(201).extract().jsonPath();

    assertProblem(once(idempotencyKey), 409, "conflict")
        .body("detail", containsString(address + "/" + made.getString("id")))
        .body("detail", not(containsString(made.getString("key").substring(13))));

    as(admin).get(address).then().body("data", hasSize(2));
  }

  @Test
  void aKeyIsRefusedFromTheAnswerOnThatTakesItBack() {
    as(holder.text()).get("/v1/admin/me").then().statusCode(200);

    as(admin).delete(address + "/" + holder.keyId()).then().statusCode(204);

    assertProblem(as(holder.text()).get("/v1/admin/me").then(), 401, "unauthenticated");
    as(admin)
        .get(address)
        .then()
        .body("data[0].id", equalTo(holder.keyId()))
        .body("data[0].revokedAt", notNullValue());
    // Once more is nothing new.
    as(admin).delete(address + "/" + holder.keyId()).then().statusCode(204);
  }

  @Test
  void aKeyEndsByItself() {
    Instant now = Instant.parse("2031-01-01T00:00:00Z");
    clock.stopAt(now);
    JsonPath made =
        post(address, "{\"expiresAt\": \"2031-01-01T01:00:00Z\"}")
            .statusCode(201)
            .body("expiresAt", equalTo("2031-01-01T01:00:00.000Z"))
            .extract()
            .jsonPath();

    clock.stopAt(now.plus(Duration.ofHours(1)).minusMillis(1));
    as(made.getString("key")).get("/v1/admin/me").then().statusCode(200);
    clock.stopAt(now.plus(Duration.ofHours(1)));
    assertProblem(as(made.getString("key")).get("/v1/admin/me").then(), 401, "unauthenticated");
  }

  @Test
  void aKeyFollowsAnotherWithAnOverlap() {
    Instant now = Instant.parse("2031-02-01T00:00:00Z");
    clock.stopAt(now);
    JsonPath next =
        post(address + "/" + holder.keyId() + "/rotate", "{\"overlap\": \"PT10M\"}")
            .statusCode(201)
            .extract()
            .jsonPath();

    clock.stopAt(now.plus(Duration.ofMinutes(10)).minusMillis(1));
    as(holder.text()).get("/v1/admin/me").then().statusCode(200);
    as(next.getString("key")).get("/v1/admin/me").then().statusCode(200);
    clock.stopAt(now.plus(Duration.ofMinutes(10)));
    assertProblem(as(holder.text()).get("/v1/admin/me").then(), 401, "unauthenticated");
    as(next.getString("key")).get("/v1/admin/me").then().statusCode(200);
    assertProblem(post(address + "/" + holder.keyId() + "/rotate", "{}"), 409, "conflict");
  }

  @Test
  void aKeyThatFollowsLivesAsLongAsTheOldOneWasTo() {
    Instant now = Instant.parse("2031-03-01T00:00:00Z");
    clock.stopAt(now);
    JsonPath first =
        post(address, "{\"expiresAt\": \"2031-03-31T00:00:00Z\"}").extract().jsonPath();
    clock.stopAt(now.plus(Duration.ofDays(29)));

    post(address + "/" + first.getString("id") + "/rotate", "{}")
        .statusCode(201)
        .body("expiresAt", equalTo("2031-04-29T00:00:00.000Z"));
  }

  @Test
  void whoeverAsksTwiceForTheNextKeyGetsOneThatLivesAsLong() {
    Instant now = Instant.parse("2031-05-01T00:00:00Z");
    clock.stopAt(now);
    JsonPath first =
        post(address, "{\"expiresAt\": \"2031-05-31T00:00:00Z\"}").extract().jsonPath();
    String rotation = address + "/" + first.getString("id") + "/rotate";
    clock.stopAt(now.plus(Duration.ofDays(29)));
    post(rotation, "{\"overlap\": \"PT1H\"}").statusCode(201);

    // The answer was lost.
    clock.stopAt(now.plus(Duration.ofDays(29)).plusSeconds(60));
    post(rotation, "{\"overlap\": \"PT2H\"}")
        .statusCode(201)
        .body("expiresAt", equalTo("2031-06-29T00:01:00.000Z"));

    // It ends as was said first: a second question does not lengthen the overlap.
    as(admin)
        .get(address + "/" + first.getString("id"))
        .then()
        .body("expiresAt", equalTo("2031-05-30T01:00:00.000Z"));
  }

  @Test
  void aKeyWithoutEndIsFollowedByOneWithoutEndHoweverOften() {
    String rotation = address + "/" + holder.keyId() + "/rotate";
    post(rotation, "{}").statusCode(201).body("expiresAt", nullValue());

    post(rotation, "{}").statusCode(201).body("expiresAt", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"expiresAt\": \"2001-01-01T00:00:00Z\"} | /expiresAt",
        "{\"expiresAt\": \"tomorrow\"} | /expiresAt",
        "{\"id\": \"AAAAAAAA\"} | /id",
        "{\"overlap\": \"PT1H\"} | /overlap",
      })
  void whatAKeyCannotBeIsNamed(String body, String pointer) {
    assertProblem(post(address, body), 400, "invalid-body")
        .body("errors[0].pointer", equalTo(pointer));
  }

  @ParameterizedTest
  @CsvSource({"-PT1S", "P32D", "an hour", "P1Y", "PT9999999999999999999H"})
  void whatIsNoOverlapIsNamed(String overlap) {
    assertProblem(
            post(address + "/" + holder.keyId() + "/rotate", "{\"overlap\": \"" + overlap + "\"}"),
            400,
            "invalid-body")
        .body("errors[0].pointer", equalTo("/overlap"));
  }

  @Test
  void aKeyIsNobodyElses() {
    String other = "/v1/admin/principals/" + keys.withoutRole().principalId() + "/keys/";

    assertProblem(as(admin).get(other + holder.keyId()).then(), 404, "not-found");
    assertProblem(as(admin).delete(other + holder.keyId()).then(), 404, "not-found");
    assertProblem(post(other + holder.keyId() + "/rotate", "{}"), 404, "not-found");
    as(holder.text()).get("/v1/admin/me").then().statusCode(200);
  }

  private ValidatableResponse once(String idempotencyKey) {
    return as(admin)
        .header("Idempotency-Key", idempotencyKey)
        .contentType("application/json")
        .body("{}")
        .post(address)
        .then();
  }

  private ValidatableResponse post(String to, String body) {
    return as(admin).contentType("application/json").body(body).post(to).then();
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key);
  }
}
