package dev.sarkhat.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.sarkhat.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header fields that answers have in common, and who may read them from other sites. */
@QuarkusTest
class AnswerHeadersTest extends ApiTest {

  private static final String ANYBODY = "https://example.com";
  private static final String NEWSROOM = "https://newsroom.example.org";
  private static final List<String> RESTRICTED =
      List.of("/v1/admin/articles", "/v1/%61dmin/articles", "/metrics", "/health/live");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/articles",
        "/v1/articles?limit=0",
        "/v1/articles/987654321",
        "/v1/%ff",
        "/nowhere",
        "/openapi",
        "/v1/administration"
      })
  void publicAnswersBearTheSameFields(String address) {
    get(address)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", containsString("ETag, Link, Retry-After"))
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Date", containsString(" GMT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/articles?limit=0",
        "/v1/%ff",
        "/nowhere",
        "/v1/nowhere",
        "/v1/articles/",
        "/health",
        "/health/ready",
        "/metrics"
      })
  void passingAnswersAreNotStored(String address) {
    get(address).header("Cache-Control", "no-store");
  }

  @Test
  void refusedMethodIsNotStored() {
    given().delete("/v1/articles").then().statusCode(405).header("Cache-Control", "no-store");
  }

  @Test
  void pageOfTheDocumentMayRunItsOwnScripts() {
    get("/docs/")
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/articles", "/v1/articles/1", "/nowhere", "/v1/articles?limit=0"})
  void preflightLetsAnySiteRead(String address) {
    preflight(ANYBODY, "GET", address)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
        .header("Access-Control-Allow-Headers", "*")
        .header("Access-Control-Max-Age", "86400")
        .header("Vary", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/admin", "/v1/admin/articles", "/v1/%61dmin/articles", "/metrics", "/health"})
  void configuredOriginMayEdit(String address) {
    preflight(NEWSROOM, "PUT", address)
        .header("Access-Control-Allow-Origin", NEWSROOM)
        .header("Access-Control-Allow-Methods", containsString("PUT"))
        .header("Access-Control-Allow-Headers", containsString("If-Match"))
        .header("Access-Control-Max-Age", "600")
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("Vary", equalTo("Origin"));
    withOrigin(NEWSROOM, address)
        .header("Access-Control-Allow-Origin", NEWSROOM)
        .header("Access-Control-Expose-Headers", containsString("ETag, Location"))
        .header("Access-Control-Expose-Headers", containsString("RateLimit"))
        .header("Vary", equalTo("Origin"))
        .header("X-Content-Type-Options", "nosniff");
  }

  @Test
  void aPageOfTheNewsroomLearnsThatItsKeyIsNotTaken() {
    assertProblem(withOrigin(NEWSROOM, "/v1/admin/me"), 401, "unauthenticated")
        .header("Access-Control-Allow-Origin", NEWSROOM)
        .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ANYBODY,
        "null",
        "http://newsroom.example.org",
        "https://newsroom.example.org:8443",
        "https://newsroom.example.org.example.com",
        "https://NEWSROOM.example.org"
      })
  void otherOriginMayNotEdit(String origin) {
    for (String address : RESTRICTED) {
      preflight(origin, "PUT", address)
          .header("Access-Control-Allow-Origin", nullValue())
          .header("Access-Control-Allow-Methods", nullValue())
          .header("Vary", equalTo("Origin"));
      withOrigin(origin, address)
          .header("Access-Control-Allow-Origin", nullValue())
          .header("Vary", equalTo("Origin"));
    }
  }

  @Test
  void optionsThatAreNoPreflightTellTheMethods() {
    given().options("/v1/articles").then().header("Allow", containsString("GET"));
    assertProblem(given().options("/nowhere").then(), 404, "not-found");
  }

  private static ValidatableResponse preflight(String origin, String method, String address) {
    return given()
        .urlEncodingEnabled(false)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .options(address)
        .then()
        .statusCode(204);
  }

  private static ValidatableResponse withOrigin(String origin, String address) {
    return given().urlEncodingEnabled(false).header("Origin", origin).get(address).then();
  }
}
