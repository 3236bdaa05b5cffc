package dev.sarkhat.http;

import static dev.sarkhat.http.RawHttp.assertProblem;
import static dev.sarkhat.http.RawHttp.assertStatus;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too long, or take too long to arrive. */
@QuarkusTest
class RequestLimitsTest {

  private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";
  private static final String POST =
      "POST /test/length" + HOST + "Content-Type: application/json\r\n";

  /** More than there are worker threads. */
  static final int MANY = 250;

  @TestHTTPResource URL server;

  @Test
  void addressesHaveALimit() throws IOException {
    String tooLong = "/v1/articles?utm_source=" + "a".repeat(HeadLimits.LONGEST_LINE);
    String long8k = tooLong.substring(0, HeadLimits.LONGEST_LINE - "GET  HTTP/1.1".length());
    assertStatus(200, exchange("GET " + long8k + HOST + "\r\n"));
    assertProblem(414, "uri-too-long", exchange("GET " + long8k + "a" + HOST + "\r\n"));
    assertStatus(414, exchange("GET /v1/articles?x=" + "a".repeat(40_000) + HOST + "\r\n"));
  }

  @Test
  void headerFieldsHaveALimit() throws IOException {
    // An answer that is ready is given without a look at the fields: ask for what is never ready.
    String get = "GET /nowhere" + HOST;
    String field = "X: " + "a".repeat(HeadLimits.LONGEST_FIELDS - "HostaX".length());
    assertStatus(404, exchange(get + field + "\r\n\r\n"));
    assertProblem(431, "header-fields-too-large", exchange(get + field + "a\r\n\r\n"));
    assertStatus(431, exchange(get + "X: " + "a".repeat(70_000) + "\r\n\r\n"));

    String fields = "X: a\r\n".repeat(HeadLimits.MOST_FIELDS - 1);
    assertStatus(404, exchange(get + fields + "\r\n"));
    assertProblem(431, "header-fields-too-large", exchange(get + fields + "X: a\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/articles", "/test/length", "/nowhere"})
  void announcedBodyHasALimit(String path) throws IOException {
    assertProblem(
        413,
        "content-too-large",
        exchange("POST " + path + HOST + "Content-Length: 3000000\r\n\r\n"));
  }

  @Test
  void unannouncedBodyHasALimit() throws IOException {
    try (RawHttp connection = new RawHttp(server)) {
      connection.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent <= 2 * 1024 * 1024; sent += 0x10000) {
        connection.send(chunk);
      }
      assertProblem(413, "content-too-large", connection.receive());
    }
  }

  @Test
  void bodyThatArrivesIsRead() throws IOException {
    try (RawHttp connection = new RawHttp(server)) {
      connection.send(POST + "Content-Length: 4\r\n\r\n12");
      connection.send("34");
      String response = connection.receive();
      assertStatus(200, response);
      assertTrue(response.endsWith("\r\n\r\n4"), response);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 100\r\n\r\n1", "Transfer-Encoding: chunked\r\n\r\n5\r\n1"})
  void bodyThatDoesNotArriveIsGivenUp(String beginning) throws IOException {
    try (RawHttp connection = new RawHttp(server)) {
      connection.send(POST + beginning);
      String response = connection.receive();
      assertProblem(408, "request-timeout", response);
      assertTrue(
          response.toLowerCase(java.util.Locale.ROOT).contains("connection: close"), response);
      assertTrue(connection.isClosedByServer());
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 405", "3000000, 413"})
  void connectionIsKeptAfterABodyThatNobodyReads(int length, int status) throws IOException {
    try (RawHttp connection = new RawHttp(server)) {
      connection.send("POST /v1/articles" + HOST + "Content-Length: " + length + "\r\n\r\n");
      connection.send("a".repeat(length));
      assertStatus(status, connection.receive());
      connection.send("GET /v1/articles?limit=1" + HOST + "\r\n");
      assertStatus(200, connection.receive());
    }
  }

  @Test
  void connectionIsNotKeptForABodyThatNobodyReads() throws IOException {
    try (RawHttp connection = new RawHttp(server)) {
      connection.send("POST /v1/articles" + HOST + "Content-Length: 100\r\n\r\n1");
      assertProblem(405, "method-not-allowed", connection.receive());
      assertTrue(connection.isClosedByServer());
    }
  }

  @Test
  void slowBodiesDoNotHoldTheServer() throws IOException {
    List<RawHttp> connections = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        RawHttp connection = new RawHttp(server);
        connections.add(connection);
        connection.send(POST + "Content-Length: 100\r\n\r\n1");
      }
      given().get("/v1/articles?limit=1&fields=id").then().statusCode(200);
      for (RawHttp connection : connections) {
        assertProblem(408, "request-timeout", connection.receive());
      }
    } finally {
      for (RawHttp connection : connections) {
        connection.close();
      }
    }
  }

  private String exchange(String request) throws IOException {
    return RawHttp.exchange(server, request);
  }
}
