package dev.sarkhat.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
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
    assertProblem(send("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void twoHostsAreRefused() throws IOException {
    assertProblem(
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
        "/v1/articles/"
      })
  void otherSpellingOfAPathLeadsNowhere(String path) throws IOException {
    String response = send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertStatus(404, response);
    assertTrue(response.contains("\"code\":\"not-found\""), response);
  }

  @Test
  void bodyThatIsAnnouncedAsTooLongIsRefused() throws IOException {
    String response =
        send(
            "POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 3000000\r\nConnection: close\r\n\r\n");
    assertStatus(413, response);
    assertTrue(response.contains("\"code\":\"content-too-large\""), response);
  }

  @Test
  void protocolLimitsHold() throws IOException {
    String host = "Host: a\r\nConnection: close\r\n";
    assertStatus(
        414, send("GET /v1/articles?x=" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n"));
    assertStatus(
        431,
        send("GET /v1/articles HTTP/1.1\r\n" + host + "X: " + "a".repeat(60_000) + "\r\n\r\n"));
    assertStatus(
        400,
        send(
            "POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    assertStatus(400, send("GET /v1/articles HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n"));
  }

  @Test
  void methodOverrideIsIgnored() throws IOException {
    assertStatus(
        200,
        send(
            "GET /v1/articles?limit=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "X-HTTP-Method-Override: DELETE\r\n\r\n"));
  }

  private static void assertProblem(String response) {
    assertStatus(400, response);
    assertTrue(response.contains("application/problem+json"), response);
    assertTrue(response.contains("\"code\":\"malformed-request\""), response);
    assertFalse(response.contains("java"), response);
  }

  private static void assertStatus(int status, String response) {
    assertEquals(String.valueOf(status), response.split(" ", 3)[1], response);
    assertFalse(response.contains("<html"), response);
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      byte[] buffer = new byte[65_536];
      StringBuilder response = new StringBuilder();
      for (int length = socket.getInputStream().read(buffer);
          length > 0;
          length = socket.getInputStream().read(buffer)) {
        response.append(new String(buffer, 0, length, UTF_8));
        if (isComplete(response)) {
          break;
        }
      }
      return response.toString();
    }
  }

  /** The server keeps some connections open: the announced length tells the end. */
  private static boolean isComplete(StringBuilder response) {
    int end = response.indexOf("\r\n\r\n");
    String head = end < 0 ? "" : response.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    int field = head.indexOf("content-length: ");
    if (field < 0) {
      return false;
    }
    String rest = head.substring(field + "content-length: ".length());
    int length = Integer.parseInt(rest.split("\r\n", 2)[0].strip());
    return response.substring(end + 4).getBytes(UTF_8).length >= length;
  }
}
