package dev.sarkhat.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody who has a key may send to harm: each is refused with its status and the culprit's
 * name, and changes nothing.
 */
@QuarkusTest
class HostileRequestsTest extends HostileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          0                          | 400 | invalid-header
          "0                         | 400 | invalid-header
          '0'                        | 400 | invalid-header
          w/"0"                      | 400 | invalid-header
          "0";"0"                    | 400 | invalid-header
          "0",                       | 400 | invalid-header
          ,                          | 400 | invalid-header
          "0" "1"                    | 400 | invalid-header
          W/"0"                      | 412 | precondition-failed
          "1"                        | 412 | precondition-failed
          "00"                       | 412 | precondition-failed
          "-0"                       | 412 | precondition-failed
          "0.0"                      | 412 | precondition-failed
          "99999999999999999999"     | 412 | precondition-failed
          "", W/"0", "x", "1"        | 412 | precondition-failed
          *                          | 428 | precondition-required
          """)
  void aPreconditionThatIsNoneOrFailsEndsAChange(String field, int status, String code)
      throws IOException {
    for (String method : new String[] {"PUT", "DELETE"}) {
      assertProblem(
          status,
          code,
          send(
              method,
              article,
              "If-Match: " + field + "\r\nContent-Type: application/json\r\n",
              content().getBytes(UTF_8),
              method.equals("DELETE") ? keys.with(Role.ADMIN).text() : editor.holder().text()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\"\"", "\"a", "a\"b", "\u00e9", "LONG"})
  void anIdempotencyKeyThatIsNoneIsRefused(String key) throws IOException {
    String field = "Idempotency-Key: " + (key.equals("LONG") ? "a".repeat(201) : key) + "\r\n";
    String answer =
        send(
            "POST",
            ARTICLES,
            field + "Content-Type: application/json\r\n",
            content().getBytes(UTF_8));
    assertProblem(400, "invalid-header", answer);
    assertTrue(answer.contains("Idempotency-Key"), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "note=LONG, invalid-parameter, note",
    "note=a%00b, malformed-request, ",
    "note=%C2%85, invalid-parameter, note",
    "note=%EF%BF%BE, invalid-parameter, note",
    "note=, invalid-parameter, note",
    "note=a&note=b, repeated-parameter, note",
    "notes=a, unknown-parameter, notes",
    "dryRun=true, unknown-parameter, dryRun",
    "note=%ED%A0%80, malformed-request, ",
    "note=%, malformed-request, "
  })
  void aParameterThatIsNoneIsRefused(String query, String code, String culprit) throws IOException {
    String answer =
        send(
            "PUT",
            article + "?" + query.replace("LONG", "a".repeat(501)),
            "If-Match: \"0\"\r\nContent-Type: application/json\r\n",
            content().getBytes(UTF_8));
    assertProblem(400, code, answer);
    assertTrue(culprit == null || answer.contains("\"parameter\":\"" + culprit + "\""), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void theMethodIsWhatTheRequestLineSays(String field) throws IOException {
    String admin = keys.with(Role.ADMIN).text();
    RawHttp.assertStatus(
        200, send("GET", article, field + ": DELETE\r\nIf-Match: \"0\"\r\n", new byte[0], admin));
    assertProblem(
        405,
        "method-not-allowed",
        send("POST", article, field + ": DELETE\r\nIf-Match: \"0\"\r\n", new byte[0], admin));
    RawHttp.assertStatus(
        400, send("GET", article + "?_method=DELETE", "If-Match: \"0\"\r\n", new byte[0], admin));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, , 'GET, HEAD, OPTIONS, POST'",
    "DELETE, , 'GET, HEAD, OPTIONS, POST'",
    "POST, /ID, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
    "GET, /ID/publish, 'OPTIONS, POST'",
    "DELETE, /ID/publish, 'OPTIONS, POST'",
    "POST, /ID/revisions, 'GET, HEAD, OPTIONS'",
    "TRACE, , 'GET, HEAD, OPTIONS, POST'",
    "PROPFIND, , 'GET, HEAD, OPTIONS, POST'"
  })
  void anotherMethodIsToldWhichThereAre(String method, String path, String allowed)
      throws IOException {
    String id = article.substring(article.lastIndexOf('/') + 1);
    String answer =
        send(
            method,
            ARTICLES + (path == null ? "" : path.replace("ID", id)),
            "If-Match: \"0\"\r\nContent-Type: application/json\r\n",
            new byte[0]);
    assertProblem(405, "method-not-allowed", answer);
    String allow = answer.lines().filter(line -> line.startsWith("Allow: ")).findFirst().orElse("");
    assertEquals(
        allowed,
        String.join(", ", Stream.of(allow.replace("Allow: ", "").split(", ")).sorted().toList()));
  }

  @Test
  void bodiesThatNobodyAskedForDoNothing() throws IOException {
    byte[] body = content().getBytes(UTF_8);
    RawHttp.assertStatus(200, send("GET", article, "Content-Type: application/json\r\n", body));
    assertProblem(
        428,
        "precondition-required",
        send("DELETE", article, "", body, keys.with(Role.ADMIN).text()));
  }

  @Test
  void whoWaitsToSendABodyIsToldAtOnceThatItIsNotTaken() throws IOException {
    String fields = "If-Match: \"0\"\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n";
    String stranger = head("PUT", article, fields + "Content-Length: 9\r\n\r\n", "srk_x");
    assertProblem(401, "unauthenticated", RawHttp.exchange(server, stranger));
    String immense =
        head("PUT", article, fields + "Content-Length: 3000000\r\n\r\n", editor.holder().text());
    assertProblem(413, "content-too-large", RawHttp.exchange(server, immense));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1", "0", "01", "1.0", "1e3", "0x1", "99999999999999999999", "9223372036854775807",
        "%D9%A1", "1%00", "1%2F..", "1%0d%0aX:%20y", "null", "%2e%2e", "1'--", "%EF%BC%91"
      })
  void anIdThatIsNoneLeadsNowhere(String id) throws IOException {
    String key = keys.with(Role.ADMIN).text();
    for (String path : new String[] {"/" + id, "/" + id + "/revisions"}) {
      String answer = send("GET", ARTICLES + path, "", new byte[0], key);
      String[] words = answer.split(" ", 3);
      assertTrue(
          words[1].equals("404") || words[1].equals("400"), () -> path + " answered " + answer);
      assertTrue(answer.contains("application/problem+json"), answer);
      assertFalse(answer.contains("\r\nX: y"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//admin/me",
        "//v1/admin/me",
        "/v1/./admin/me",
        "/v1/articles/../admin/me",
        "/v1/%2e%2e/v1/admin/me",
        "/v1/%61dmin/me",
        "/v1/admin%2Fme",
        "/v1%2Fadmin%2Fme",
        "/%76%31/admin/me",
        "/v1/admin;a=b/me",
        "/v1/admin%3Ba=b/me",
        "/v1;a/admin/me",
        "/v1/admin/me;a",
        "/v1/admin/me/",
        "/v1/admin/me%20",
        "/v1/admin/me%00",
        "/v1/admin%00/me",
        "/V1/ADMIN/me",
        "/v1\\admin\\me",
        "/v1/admin\\me",
        "/v1/articles/..%2Fadmin/me",
        "/v1/articles/..%5cadmin/me",
        "http://a/v1/admin/me",
        "http://a/v1//admin/me",
        "http://a/v1/admin;x/me",
        "/v1/admin/me?",
        "/v1/admin/me#",
        "*"
      })
  void noSpellingOfAPathGoesAroundTheGate(String target) throws IOException {
    for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
      String answer =
          RawHttp.exchange(
              server, method + " " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      int status = Integer.parseInt(answer.split(" ", 3)[1]);
      boolean asks = method.equals("OPTIONS");
      assertTrue(
          status == 400 || status == 401 || status == 404 || status == 405 || asks,
          () -> method + " " + target + " answered " + answer);
      assertTrue(status < 500 && !answer.contains("grants"), answer);
    }
  }

  @Test
  void whatTheNewsroomIsAnsweredIsKeptByNobody() {
    for (String address :
        new String[] {
          article, ARTICLES, ARTICLES + "/999999999999", "/v1/admin/nothing", "/v1/previews/AAAA"
        }) {
      assertTrue(
          editor.get(address).extract().header("Cache-Control").contains("no-store"), address);
    }
    given()
        .header("Authorization", "Bearer " + editor.holder().text())
        .get(article)
        .then()
        .header("Surrogate-Key", nullValue())
        .header("Cache-Tag", nullValue())
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
