package dev.sarkhat;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sarkhat.http.OpenApiContract;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;

/** What tests over HTTP share: every response is held to the API document. */
public abstract class ApiTest {

  private static final OpenApiContract CONTRACT = new OpenApiContract();

  @Inject protected Newsroom newsroom;

  @BeforeAll
  static void holdResponsesToTheDocument() {
    RestAssured.replaceFiltersWith(CONTRACT);
  }

  /** Gets an address that is written as it goes over the wire. */
  protected static ValidatableResponse get(String address) {
    return given().urlEncodingEnabled(false).when().get(address).then();
  }

  /** Asserts a problem of the request as a whole. */
  protected static ValidatableResponse assertProblem(
      ValidatableResponse response, int status, String code) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("type", equalTo("urn:sarkhat:problem:" + code))
        .body("instance", startsWith("/"))
        .body("detail", notNullValue())
        .body("traceId", notNullValue());
  }

  /** Asserts a 400 that names the parameter. */
  protected static void assertCulprit(String address, String code, String parameter) {
    assertProblem(get(address), 400, code)
        .body("errors[0].parameter", equalTo(parameter))
        .body("detail", containsString(parameter));
  }
}
