package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys.Holder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was done can be read, by whom, from where and what it changed, however much there is. */
@QuarkusTest
class AuditTest extends ApiTest {

  private static final String AUDIT = "/v1/admin/audit";

  @Inject Keys keys;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject EntityManager entities;
  private Holder admin = new Holder(0, "", "", "");

  @BeforeEach
  void anAdmin() {
    admin = keys.with(Role.ADMIN);
  }

  @Test
  void aChangeIsThereWithBeforeAndAfter() {
    Holder changed = keys.withoutRole();
    String address = "/v1/admin/principals/" + changed.principalId();
    as(admin)
        .header("If-Match", "\"0\"")
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .contentType("application/json")
        .body("{\"name\": \"نام دیگر\", \"grants\": [{\"role\": \"reader\"}]}")
        .put(address)
        .then()
        .statusCode(200);

    list("?kind=principal&entity=" + changed.principalId())
        .body("data", hasSize(1))
        .body("data[0].operation", equalTo("replacePrincipal"))
        .body("data[0].principal.id", equalTo((int) admin.principalId()))
        .body("data[0].principal.name", equalTo(admin.name()))
        .body("data[0].keyId", equalTo(admin.keyId()))
        .body("data[0].address", equalTo("127.0.0.1"))
        .body("data[0].traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"))
        .body("data[0].reason", nullValue())
        .body("data[0].changes.pointer", contains("/grants", "/name"))
        .body("data[0].changes[0].after[0].role", equalTo("reader"))
        .body("data[0].changes[1].before", equalTo(changed.name()))
        .body("data[0].changes[1].after", equalTo("نام دیگر"));
  }

  @Test
  void whatWasRefusedIsNotThere() {
    Holder unchanged = keys.withoutRole();
    as(admin)
        .header("If-Match", "\"9\"")
        .contentType("application/json")
        .body("{\"name\": \"نام دیگر\"}")
        .put("/v1/admin/principals/" + unchanged.principalId())
        .then()
        .statusCode(412);

    list("?kind=principal&entity=" + unchanged.principalId()).body("data", hasSize(0));
  }

  @Test
  void everyPageContinuesTheLast() {
    String before = clock.instant().minusSeconds(1).toString();
    for (int i = 0; i < 5; i++) {
      as(admin)
          .contentType("application/json")
          .body("{}")
          .post("/v1/admin/principals/" + keys.withoutRole().principalId() + "/keys")
          .then()
          .statusCode(201);
    }
    List<Integer> all = new ArrayList<>();
    String next =
        AUDIT + "?limit=2&operation=createKey&principal=" + admin.principalId() + "&from=" + before;
    while (next != null) {
      JsonPath page =
          as(admin)
              .urlEncodingEnabled(false)
              .get(next)
              .then()
              .statusCode(200)
              .body("data.operation", everyItem(equalTo("createKey")))
              .extract()
              .jsonPath();
      all.addAll(page.getList("data.id"));
      next = page.getString("page.next");
    }
    assertEquals(5, all.size());
    assertEquals(all.stream().sorted((a, b) -> b - a).toList(), all);
    list("?principal=" + admin.principalId() + "&to=" + before).body("data", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({
    "?entity=5, invalid-parameter, entity",
    "?principal=x, invalid-parameter, principal",
    "?from=yesterday, invalid-parameter, from",
    "?kind=artikel, invalid-parameter, kind",
    "?operation=writeArticle, invalid-parameter, operation",
    "?operation=listAuditEntries, invalid-parameter, operation",
    "?who=me, unknown-parameter, who",
    "?cursor=AQ, invalid-cursor, cursor",
  })
  void whatCannotBeAskedIsNamed(String query, String code, String parameter) {
    assertProblem(as(admin).get(AUDIT + query).then(), 400, code)
        .body("errors[0].parameter", equalTo(parameter));
  }

  @Test
  void theWordsThatThereAreAreNamed() {
    assertProblem(as(admin).get(AUDIT + "?kind=artikel").then(), 400, "invalid-parameter")
        .body(
            "errors[0].detail",
            equalTo(
                "It must be one of article, contributor, export, import, key, menu, principal,"
                    + " searchIndex, section, source, tag."));
    for (String operation :
        List.of("createArticle", "mergeTag", "exportContent", "finishImport", "admin create-key")) {
      assertProblem(as(admin).get(AUDIT + "?operation=x").then(), 400, "invalid-parameter")
          .body("errors[0].detail", containsString(operation));
      as(admin).queryParam("operation", operation).get(AUDIT).then().statusCode(200);
    }
  }

  @Test
  void inOtherWordsNothingIsWrittenDown() {
    assertThrows(
        IllegalArgumentException.class,
        () -> audit.record(Actor.application(), "createKey", "keys", "5", null, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> audit.record(Actor.application(), "makeKey", "key", "5", null, List.of()));
  }

  @Test
  void onlyAdminsRead() {
    for (Role role : List.of(Role.READER, Role.REPORTER, Role.EDITOR)) {
      assertProblem(as(keys.with(role)).get(AUDIT).then(), 403, "forbidden");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | audit_log_by_time",
        "at >= timestamptz '2026-01-01' and at < timestamptz '2026-02-01' | audit_log_by_time",
        "principal_id = 7 | audit_log_of_principal",
        "operation = 'createKey' | audit_log_of_operation",
        "kind = 'article' and entity = '5' | audit_log_of_entity",
      })
  void everyFilterHasAnIndexInTheOrderOfTheList(String filter, String index) {
    String plan = plan(filter);

    assertTrue(plan.contains("using " + index), plan);
    assertTrue(!plan.contains("Sort") && !plan.contains("Seq Scan"), plan);
  }

  /** Without sequential scans and sorts, which a table this small would invite. */
  @Transactional
  String plan(String filter) {
    entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
    entities.createNativeQuery("set local enable_sort = off").executeUpdate();
    entities.createNativeQuery("set local enable_bitmapscan = off").executeUpdate();
    List<?> lines =
        entities
            .createNativeQuery(
                "explain select * from audit_log where "
                    + filter
                    + " order by at desc, id desc limit 21",
                String.class)
            .getResultList();
    return lines.stream().map(String::valueOf).reduce("", (a, b) -> a + b + "\n");
  }

  private ValidatableResponse list(String query) {
    return as(admin).urlEncodingEnabled(false).get(AUDIT + query).then().statusCode(200);
  }

  private static RequestSpecification as(Holder holder) {
    return given().header("Authorization", "Bearer " + holder.text());
  }
}
