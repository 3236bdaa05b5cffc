package dev.sarkhat.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Holds the committed API document to the served one. */
@QuarkusTest
class OpenApiDocumentTest {

  private static final String REGENERATE =
      "./mvnw test -Dtest=OpenApiDocumentTest -Dopenapi.regenerate=true";

  @Test
  void committedDocumentIsTheServedOne() throws IOException {
    String served = new String(given().get("/openapi").asByteArray(), UTF_8);
    if (Boolean.getBoolean("openapi.regenerate")) {
      Files.writeString(OpenApiContract.DOCUMENT, served, UTF_8);
    }
    assertEquals(
        Files.readString(OpenApiContract.DOCUMENT, UTF_8),
        served,
        "openapi/openapi.yaml is not what is served; if that is meant, run " + REGENERATE);
  }
}
