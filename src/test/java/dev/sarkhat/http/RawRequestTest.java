package dev.sarkhat.http;

import static dev.sarkhat.http.RawHttp.assertProblem;
import static dev.sarkhat.http.RawHttp.assertStatus;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no HTTP client library would send. */
@QuarkusTest
class RawRequestTest {

  @TestHTTPResource URL server;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/articles/%zz",
        "/v1/articles/%",
        "/v1/articles/%4",
        "/v1/articles?section=%",
        "/v1/articles?section=%zz",
        "/v1/articles?section=%d8%",
        "/v1/articles?section=<b>",
        "/v1/articles?section=\"a\"",
        "/v1/articles?section=a|b",
        "/v1/articles?section=\u00d8\u00a7",
        "/v1/articles/\u00d8\u00a7",
        "/v1/articles?\u00ff"
      })
  void addressThatIsNotAUriIsRefused(String target) throws IOException {
    assertProblem(
        400,
        "malformed-request",
        send("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void twoHostsAreRefused() throws IOException {
    assertProblem(
        400,
        "malformed-request",
        send("GET /v1/articles HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void missingHostIsRefused() throws IOException {
    assertStatus(400, send("GET /v1/articles HTTP/1.1\r\nConnection: close\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/articles",
        "/v1//articles",
        "/v1/./articles",
        "/v1/../v1/articles",
        "/v1/articles/..",
        "/v1/articles/",
        "/v1/articles;x=1",
        "/v1;x=1/articles"
      })
  void otherSpellingOfAPathLeadsNowhere(String path) throws IOException {
    String response = send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertProblem(404, "not-found", response);
  }

  @Test
  void framingThatCanBeReadInTwoWaysIsRefused() throws IOException {
    assertStatus(
        400,
        send(
            "POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    assertStatus(400, send("GET /v1/articles HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "BREW"})
  void methodThatNobodyHasIsRefused(String method) throws IOException {
    assertProblem(
        405,
        "method-not-allowed",
        send(method + " /v1/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS *", "CONNECT example.org:443"})
  void targetThatIsNoPathLeadsNowhere(String line) throws IOException {
    assertProblem(
        404, "not-found", send(line + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void methodOverrideIsIgnored() throws IOException {
    assertStatus(
        200,
        send(
            "GET /v1/articles?limit=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "X-HTTP-Method-Override: DELETE\r\n\r\n"));
  }

  private String send(String request) throws IOException {
    return RawHttp.exchange(server, request);
  }
}
