package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.mapper.ObjectMapperType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who may come are made, changed and deleted over HTTP, and the newsroom stays open. */
@QuarkusTest
class PrincipalTest extends ApiTest {

  private static final String PRINCIPALS = "/v1/admin/principals";

  @Inject Keys keys;
  private String admin = "";

  @BeforeEach
  void anAdmin() {
    admin = keys.with(Role.ADMIN).text();
  }

  @Test
  void anApplicationIsMadeAndRead() {
    Section section = newsroom.section();
    String name = Newsroom.unique("تحریریه");

    String address =
        create(
                Map.of(
                    "name",
                    name,
                    "grants",
                    List.of(
                        Map.of("role", "editor", "section", section.slug()),
                        Map.of("role", "reader"))))
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("kind", equalTo("application"))
            .extract()
            .header("Location");

    as(admin)
        .get(address)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .header("Cache-Control", "private, no-store")
        .body("content.name", equalTo(name))
        .body("content.disabled", equalTo(false))
        .body("content.grants.role", contains("reader", "editor"))
        .body("content.grants[0].section", nullValue())
        .body("content.grants[1].section", equalTo(section.slug()))
        .body("disabledAt", nullValue());
  }

  @Test
  void theListIsPaged() {
    for (int i = 0; i < 3; i++) {
      create(Map.of("name", Newsroom.unique("برنامه"))).statusCode(201);
    }

    String next =
        as(admin)
            .get(PRINCIPALS + "?limit=2")
            .then()
            .statusCode(200)
            .body("data", hasSize(2))
            .extract()
            .path("page.next");

    as(admin)
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("data[0].id", notNullValue());
    assertProblem(as(admin).get(PRINCIPALS + "?cursor=x").then(), 400, "invalid-cursor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /name",
        "{\"name\": \" \"} | /name",
        "{\"name\": \"الف\", \"id\": 7} | /id",
        "{\"name\": \"الف\", \"kind\": \"person\"} | /kind",
        "{\"name\": \"الف\", \"disabled\": \"no\"} | /disabled",
        "{\"name\": \"الف\", \"grants\": [{}]} | /grants/0/role",
        "{\"name\": \"الف\", \"grants\": [{\"role\": \"owner\"}]} | /grants/0/role",
        "{\"name\": \"الف\", \"grants\": [{\"role\": \"reader\", \"section\": \"no-such\"}]} | /grants/0/section",
        "{\"name\": \"الف\", \"grants\": [{\"role\": \"admin\", \"section\": \"sport\"}]} | /grants/0/section",
        "{\"name\": \"الف\", \"grants\": [{\"role\": \"reader\"}, {\"role\": \"editor\"}]} | /grants",
      })
  void whatCannotBeStoredIsNamed(String body, String pointer) {
    assertProblem(
            as(admin).contentType("application/json").body(body).post(PRINCIPALS).then(),
            400,
            "invalid-body")
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void grantsHoldFromTheAnswerOn() {
    Section section = newsroom.section();
    Holder holder = keys.withoutRole();
    String address = PRINCIPALS + "/" + holder.principalId();
    as(holder.text()).get("/v1/admin/me").then().statusCode(200).body("grants", hasSize(0));

    put(
            address,
            0,
            Map.of(
                "name",
                holder.name(),
                "grants",
                List.of(Map.of("role", "editor", "section", section.slug()))))
        .statusCode(200)
        .header("ETag", "\"1\"");
    as(holder.text())
        .get("/v1/admin/me")
        .then()
        .body("grants[0].role", equalTo("editor"))
        .body("grants[0].section", equalTo(section.slug()));

    patch(address, 1, Map.of("grants", List.of(Map.of("role", "admin")))).statusCode(200);
    as(holder.text()).get(PRINCIPALS).then().statusCode(200);
    patch(address, 2, Map.of("grants", List.of())).statusCode(200);
    assertProblem(as(holder.text()).get(PRINCIPALS).then(), 403, "forbidden");
  }

  @Test
  void whoeverIsDisabledIsRefusedFromTheAnswerOn() {
    Holder holder = keys.with(Role.EDITOR);
    String address = PRINCIPALS + "/" + holder.principalId();
    as(holder.text()).get("/v1/admin/me").then().statusCode(200);

    patch(address, 0, Map.of("disabled", true)).statusCode(200).body("disabledAt", notNullValue());
    assertProblem(as(holder.text()).get("/v1/admin/me").then(), 401, "unauthenticated");

    patch(address, 1, Map.of("disabled", false)).statusCode(200).body("disabledAt", nullValue());
    as(holder.text()).get("/v1/admin/me").then().statusCode(200);
  }

  @Test
  void aChangeNeedsTheRevisionThatIsThere() {
    String address = PRINCIPALS + "/" + keys.withoutRole().principalId();
    Map<String, ?> content = Map.of("name", "نام دیگر");

    assertProblem(
        as(admin).contentType("application/json").body(content).put(address).then(),
        428,
        "precondition-required");
    assertProblem(put(address, 7, content), 412, "precondition-failed");
    put(address, 0, content).statusCode(200);
    assertProblem(put(address, 0, content), 412, "precondition-failed");
    assertProblem(delete(address, 0), 412, "precondition-failed");
  }

  @Test
  void whoeverIsDeletedIsGone() {
    Holder holder = keys.with(Role.EDITOR);
    String address = PRINCIPALS + "/" + holder.principalId();
    as(holder.text()).get("/v1/admin/me").then().statusCode(200);

    delete(address, 0).statusCode(204);

    assertProblem(as(admin).get(address).then(), 404, "not-found");
    assertProblem(as(holder.text()).get("/v1/admin/me").then(), 401, "unauthenticated");
  }

  @Test
  void theLastAdminStays() {
    Holder last = keys.with(Role.ADMIN);
    String address = PRINCIPALS + "/" + last.principalId();
    keys.withNoOtherAdmin(
        last,
        () -> {
          assertProblem(delete(last.text(), address, 0), 409, "conflict");
          assertProblem(patch(last.text(), address, 0, Map.of("disabled", true)), 409, "conflict");
          assertProblem(
              patch(last.text(), address, 0, Map.of("grants", List.of())), 409, "conflict");
          assertProblem(
              as(last.text()).delete(address + "/keys/" + last.keyId()).then(), 409, "conflict");
          // What was refused left no trace.
          as(last.text()).get(address).then().header("ETag", "\"0\"");
          patch(last.text(), address, 0, Map.of("name", "مدیر")).statusCode(200);
        });
    delete(address, 1).statusCode(204);
  }

  @ParameterizedTest
  @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void onlyAdminsManage(Role role) {
    String key = keys.with(role).text();
    String address = PRINCIPALS + "/" + keys.withoutRole().principalId();

    assertProblem(as(key).get(PRINCIPALS).then(), 403, "forbidden");
    assertProblem(as(key).get(address).then(), 403, "forbidden");
    assertProblem(as(key).get(PRINCIPALS + "/1").then(), 403, "forbidden");
    assertProblem(
        as(key).contentType("application/json").body("{}").post(PRINCIPALS).then(),
        403,
        "forbidden");
    assertProblem(
        as(key).contentType("application/json").body("{}").post(address + "/keys").then(),
        403,
        "forbidden");
    assertProblem(delete(key, address, 0), 403, "forbidden");
  }

  @Test
  void aRequestHappensOnce() {
    String name = Newsroom.unique("برنامه");
    String key = UUID.randomUUID().toString();

    long first = once(key, name).statusCode(201).extract().jsonPath().getLong("id");

    once(key, name)
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .body("id", equalTo((int) first));
    assertProblem(once(key, name + "2"), 422, "key-reused");
  }

  @Test
  void addressesThatLeadNowhere() {
    for (String id : List.of("0", "x", "99999999999999999999")) {
      assertProblem(as(admin).get(PRINCIPALS + "/" + id).then(), 404, "not-found");
      assertProblem(as(admin).get(PRINCIPALS + "/" + id + "/keys").then(), 404, "not-found");
    }
    assertProblem(as(admin).get(PRINCIPALS + "?name=x").then(), 400, "unknown-parameter")
        .body("detail", not(containsString("Exception")));
  }

  private ValidatableResponse create(Map<String, ?> content) {
    return as(admin).contentType("application/json").body(content).post(PRINCIPALS).then();
  }

  private ValidatableResponse once(String idempotencyKey, String name) {
    return as(admin)
        .header("Idempotency-Key", idempotencyKey)
        .contentType("application/json")
        .body(Map.of("name", name))
        .post(PRINCIPALS)
        .then();
  }

  private ValidatableResponse put(String address, int revision, Map<String, ?> content) {
    return as(admin)
        .header("If-Match", "\"" + revision + "\"")
        .contentType("application/json")
        .body(content)
        .put(address)
        .then();
  }

  private ValidatableResponse patch(String address, int revision, Map<String, ?> patch) {
    return patch(admin, address, revision, patch);
  }

  private static ValidatableResponse patch(
      String key, String address, int revision, Map<String, ?> patch) {
    return as(key)
        .header("If-Match", "\"" + revision + "\"")
        .contentType("application/merge-patch+json")
        .body(patch, ObjectMapperType.JACKSON_2)
        .patch(address)
        .then();
  }

  private ValidatableResponse delete(String address, int revision) {
    return delete(admin, address, revision);
  }

  private static ValidatableResponse delete(String key, String address, int revision) {
    return as(key).header("If-Match", "\"" + revision + "\"").delete(address).then();
  }

  private static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key);
  }
}
