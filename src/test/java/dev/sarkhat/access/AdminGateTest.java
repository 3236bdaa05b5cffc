package dev.sarkhat.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys.Holder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not known gets no further than the gate. */
@QuarkusTest
class AdminGateTest extends ApiTest {

  @Inject Keys keys;
  @Inject Clock clock;

  @Test
  void withoutCredentialsNothingUnderAdminAnswers() {
    assertProblem(get("/v1/admin/me"), 401, "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .header("Cache-Control", "no-store");
    assertProblem(
        given().body("{").contentType("text/plain").post("/v1/admin/no-such-thing").then(),
        401,
        "unauthenticated");
  }

  @Test
  void aKeyIsTakenFromEitherField() {
    Holder editor = keys.with(Role.EDITOR);

    given()
        .header("Authorization", "Bearer " + editor.text())
        .get("/v1/admin/me")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .body("id", equalTo((int) editor.principalId()))
        .body("grants[0].role", equalTo("editor"));
    given()
        .header("X-API-Key", editor.text())
        .get("/v1/admin/me")
        .then()
        .statusCode(200)
        .body("keyId", equalTo(editor.keyId()));
  }

  @Test
  void credentialsThatDifferAreRefusedInBothFieldsAndInOne() {
    Holder one = keys.with(Role.ADMIN);
    Holder other = keys.with(Role.EDITOR);
    String bearer = "Bearer " + one.text();

    for (Headers both :
        List.of(
            new Headers(new Header("Authorization", bearer), new Header("X-API-Key", other.text())),
            new Headers(new Header("X-API-Key", other.text()), new Header("Authorization", bearer)),
            new Headers(
                new Header("Authorization", "Bearer some.token.AA"),
                new Header("X-API-Key", other.text())),
            new Headers(new Header("X-API-Key", one.text()), new Header("X-API-Key", other.text())),
            new Headers(
                new Header("Authorization", bearer),
                new Header("Authorization", "Bearer " + other.text())))) {
      assertProblem(given().headers(both).get("/v1/admin/me").then(), 400, "invalid-header")
          .body("detail", containsString("Authorization and X-API-Key"));
    }
  }

  @Test
  void theSameKeyInBothFieldsIsOne() {
    Holder one = keys.with(Role.EDITOR);

    given()
        .header("Authorization", "Bearer " + one.text())
        .header("X-API-Key", one.text())
        .get("/v1/admin/me")
        .then()
        .statusCode(200);
    given()
        .header("Authorization", "Basic YTpi")
        .header("X-API-Key", one.text())
        .get("/v1/admin/me")
        .then()
        .statusCode(200)
        .body("keyId", equalTo(one.keyId()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "srk_00000000_0000000000000000000000000000000000000000000000000",
        "srk_",
        "srk_x",
        "",
        "not a key"
      })
  void whatIsNoKeyIsRefused(String text) {
    assertProblem(
        given().header("X-API-Key", text).get("/v1/admin/me").then(), 401, "unauthenticated");
  }

  @Test
  void aKeyWithAnotherSecretIsRefused() {
    Holder editor = keys.with(Role.EDITOR);
    String other = keys.with(Role.EDITOR).text();
    String mixed = other.substring(0, 4) + editor.keyId() + other.substring(12);

    assertProblem(
        given().header("X-API-Key", mixed).get("/v1/admin/me").then(), 401, "unauthenticated");
  }

  @Test
  void anExpiredKeyIsRefused() {
    Holder late = keys.until(clock.instant().minusMillis(1), Role.ADMIN);

    assertProblem(
        given().header("X-API-Key", late.text()).get("/v1/admin/me").then(),
        401,
        "unauthenticated");
  }
}
