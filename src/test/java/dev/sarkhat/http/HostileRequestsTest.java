package dev.sarkhat.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody who has a key may send to harm: each is refused with its status and the culprit's
 * name, and changes nothing.
 */
@QuarkusTest
class HostileRequestsTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";
  private static final int LONG = 1_000_000;

  @Inject Keys keys;
  @TestHTTPResource URL server;

  private Section section;
  private NewsroomClient editor;
  private String article;
  private Object before;

  @BeforeEach
  void write() {
    section = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    int id =
        editor
            .post(ARTICLES, Map.of("title", Newsroom.unique("تیتر"), "section", section.slug()))
            .statusCode(201)
            .extract()
            .path("id");
    article = ARTICLES + "/" + id;
    before = editor.get(article).extract().path("");
  }

  @AfterEach
  void nothingHasChanged() {
    editor.get(article).statusCode(200).body("revision", equalTo(0)).body("", equalTo(before));
    editor.get(ARTICLES + "?creator=me").body("data.size()", equalTo(1));
  }

  /**
   * A body that is refused.
   *
   * @param text of which {@code SECTION} is the slug of a section that is there
   * @param culprit the pointer that is named
   */
  record Refused(String name, String text, String culprit) {

    private Refused at(String pointer) {
      return new Refused(name, text, pointer);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Refused refused(String name, String field, String value) {
    String title = field.equals("title") ? "" : "\"title\":\"a\",";
    String place = field.equals("section") ? "" : "\"section\":\"SECTION\",";
    return new Refused(name, "{" + title + place + "\"" + field + "\":" + value + "}", "/" + field);
  }

  static Stream<Refused> bodies() {
    String rest = "\"section\":\"SECTION\"";
    return Stream.of(
        new Refused("nothing", "", "/title"),
        new Refused("null", "null", ""),
        new Refused("a row", "[]", ""),
        new Refused("a text", "\"a\"", ""),
        new Refused("a number", "1", ""),
        new Refused("NaN", "{\"title\":NaN}", ""),
        new Refused("a comment", "{/**/\"title\":\"a\"," + rest + "}", ""),
        new Refused("single quotes", "{'title':'a'}", ""),
        new Refused("a comma too many", "{\"title\":\"a\"," + rest + ",}", ""),
        new Refused("half an object", "{\"title\":\"a\"", ""),
        new Refused("garbage behind", "{\"title\":\"a\"," + rest + "} x", ""),
        new Refused("two objects", "{\"title\":\"a\"," + rest + "}{}", ""),
        new Refused("a key twice", "{\"title\":\"a\",\"title\":\"b\"," + rest + "}", "/title"),
        refused("a key twice, below", "seo", "{\"title\":\"a\",\"title\":\"b\"}").at("/seo/title"),
        refused("rows in rows", "attributes", "{\"a\":" + "[".repeat(100_000)).at("/attributes"),
        refused("objects in objects", "attributes", "{\"a\":".repeat(100_000)).at("/attributes"),
        refused("a long key", "attributes", "{\"" + "a".repeat(1_001) + "\":1}").at(""),
        refused("a long number", "attributes", "{\"a\":" + "9".repeat(101) + "}").at("/attributes"),
        refused("a huge number", "attributes", "{\"a\":1e200000}").at("/attributes/a"),
        refused("a tiny number", "attributes", "{\"a\":1e-2000000000}").at("/attributes/a"),
        refused("a number of no size", "attributes", "{\"a\":1e99999999999}").at(""),
        refused("NUL", "title", "\"a\\u0000b\""),
        refused("half a pair", "title", "\"a\\ud800b\""),
        refused("half a pair in a key", "attributes", "{\"\\udc00\":1}"),
        refused("a control character", "title", "\"a\\u0085b\""),
        refused("escape", "lead", "\"a\\u001b[31mb\""),
        refused("a noncharacter", "title", "\"a\\ufffeb\""),
        refused("nothing but spaces", "title", "\" \\u200c\\u00a0\\u202e \""),
        refused("a long title", "title", "\"" + "ا".repeat(LONG / 2) + "\""),
        refused("a long slug", "slug", "\"" + "a-".repeat(LONG / 2) + "a\""),
        refused("a long section", "section", "\"" + "a".repeat(LONG) + "\""),
        refused("a long language", "lang", "\"" + "a-".repeat(LONG / 2) + "a\""),
        refused("a long type", "type", "\"" + "a".repeat(LONG) + "\""),
        refused("a long address", "sourceUrl", "\"https://a.example/" + "a".repeat(LONG) + "\""),
        refused("a long body", "body", "\"" + "a".repeat(LONG + 1) + "\""),
        refused("a long attribute", "attributes", "{\"a\":\"" + "a".repeat(65_536) + "\"}"),
        refused("a script's address", "sourceUrl", "\"javascript:alert(1)\""),
        refused("a picture of data", "image", "{\"url\":\"data:image/png;base64,AA\"}")
            .at("/image/url"),
        refused("a canonical script", "seo", "{\"canonicalUrl\":\"javascript:alert(1)\"}")
            .at("/seo/canonicalUrl"),
        refused("a slug with an override", "slug", "\"a\\u202eb\""),
        refused("a slug that climbs", "slug", "\"../../etc/passwd\""),
        refused("a slug with a line end", "slug", "\"a\\r\\nSet-Cookie: x=1\""),
        refused("a slug of markup", "slug", "\"<script>\""),
        refused("a section that is none", "section", "\"no-such-section\""),
        refused("a section like a query", "section", "\"a' or '1'='1\""),
        refused("too many tags", "tags", "[" + "\"a\",".repeat(100) + "\"b\"]"),
        refused("a long tag", "tags", "[\"" + "a".repeat(LONG) + "\"]").at("/tags/0"),
        refused("nulls for tags", "tags", "[" + "null,".repeat(99) + "null]").at("/tags/0"),
        refused("related to nothing", "related", "[0]").at("/related/0"),
        refused("related to less", "related", "[-1]").at("/related/0"),
        refused("related to a half", "related", "[1.5]").at("/related/0"),
        refused("related to too much", "related", "[9223372036854775808]").at("/related/0"),
        refused("related to a text", "related", "[\"1\"]").at("/related/0"),
        refused("related to what is not", "related", "[9223372036854775807]").at("/related/0"),
        refused("a wide picture", "image", "{\"url\":\"https://a.example/\",\"width\":1e9}")
            .at("/image/width"),
        refused("an own id", "id", "1"),
        refused("an own revision", "revision", "7"),
        refused("an own status", "status", "\"published\""),
        refused("an own maker", "createdBy", "1"),
        refused("a prototype", "__proto__", "{\"isAdmin\":true}"),
        refused("a class", "@class", "\"java.lang.Runtime\""));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyThatCannotBeTakenIsRefused(Refused refused) {
    String text = refused.text().replace("SECTION", section.slug());
    for (int way = 0; way < 2; way++) {
      String answer =
          assertProblem(
                  way == 0 ? editor.post(ARTICLES, text) : editor.put(article, 0, text),
                  400,
                  "invalid-body")
              .extract()
              .asString();
      assertTrue(
          answer.contains("\"pointer\":\"" + refused.culprit()),
          () -> refused.culprit() + " is not named: " + answer);
      assertTrue(answer.length() < 50_000, () -> "an answer of " + answer.length());
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aPatchThatCannotBeTakenIsRefused(Refused refused) {
    if (refused.text().isEmpty()) {
      return;
    }
    assertProblem(
        editor.patch(article, 0, refused.text().replace("SECTION", section.slug())),
        400,
        "invalid-body");
  }

  @Test
  void anAnswerDoesNotGrowWithWhatIsWrong() {
    String nulls = "{\"title\":[" + "null,".repeat(300_000) + "null]}";
    String answer =
        assertProblem(editor.put(article, 0, nulls), 400, "invalid-body").extract().asString();
    assertTrue(answer.length() < 20_000, () -> "an answer of " + answer.length());
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    byte[] valid = content().getBytes(UTF_8);
    byte[] broken = valid.clone();
    broken[12] = (byte) 0xC0;
    for (byte[] body :
        new byte[][] {
          broken,
          content().getBytes(UTF_16BE),
          ("\uFEFF" + content()).getBytes(UTF_8),
          (content() + "\u0000").getBytes(UTF_8),
          content().replace("\"a\"", "\"\u00e9\"").getBytes(ISO_8859_1),
          content().replace("\"a\"", "\"a\u0000\"").getBytes(UTF_8),
          gzip(valid)
        }) {
      assertProblem(400, "invalid-body", put("Content-Type: application/json\r\n", body));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip", "x-unknown"})
  void encodedBodiesAreNotTaken(String encoding) throws IOException {
    for (byte[] body : new byte[][] {gzip(content().getBytes(UTF_8)), content().getBytes(UTF_8)}) {
      assertProblem(
          415,
          "unsupported-media-type",
          put("Content-Type: application/json\r\nContent-Encoding: " + encoding + "\r\n", body));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: text/plain\r\n",
        "Content-Type: text/html\r\n",
        "Content-Type: application/xml\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "Content-Type: multipart/form-data; boundary=a\r\n",
        "Content-Type: application/octet-stream\r\n",
        "Content-Type: application/merge-patch+json\r\n",
        "Content-Type: application/json-patch+json\r\n",
        "Content-Type: application/x-ndjson\r\n",
        "Content-Type: json\r\n",
        "Content-Type: /\r\n"
      })
  void bodiesOfOtherKindsAreNotTaken(String field) throws IOException {
    assertProblem(415, "unsupported-media-type", put(field, content().getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json-patch+json", "text/plain"})
  void patchesOfOtherKindsAreNotTaken(String type) throws IOException {
    assertProblem(
        415,
        "unsupported-media-type",
        send(
            "PATCH",
            article,
            "If-Match: \"0\"\r\nContent-Type: " + type + "\r\n",
            "[]".getBytes(UTF_8)));
  }

  @Test
  void bodiesHaveALimit() throws IOException {
    int limit = 2 * 1024 * 1024;
    String begin = "{\"title\":\"";
    byte[] longest = (begin + "a".repeat(limit - begin.length() - 2) + "\"}").getBytes(UTF_8);
    byte[] longer = (begin + "a".repeat(limit - begin.length() - 1) + "\"}").getBytes(UTF_8);
    assertEquals(limit, longest.length);
    assertProblem(400, "invalid-body", put("Content-Type: application/json\r\n", longest));
    assertProblem(413, "content-too-large", put("Content-Type: application/json\r\n", longer));
    try (RawHttp connection = new RawHttp(server)) {
      connection.send(
          head("PUT", article, "If-Match: \"0\"\r\nContent-Type: application/json\r\n")
              + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent <= limit; sent += 0x10000) {
        connection.send(chunk);
      }
      assertProblem(413, "content-too-large", connection.receive());
    }
  }

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
    "note=%C2%85, malformed-request, ",
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
  void whoWaitsToSendABodyIsToldAtOnceThatItIsNotTaken() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.toString()).resolve(article))
            .expectContinue(true)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"9\"")
            .PUT(HttpRequest.BodyPublishers.ofString(content()))
            .build();
    assertEquals(401, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    HttpRequest known =
        HttpRequest.newBuilder(request, (name, value) -> true)
            .header("Authorization", "Bearer " + editor.holder().text())
            .build();
    assertEquals(412, client.send(known, HttpResponse.BodyHandlers.ofString()).statusCode());
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

  private String content() {
    return "{\"title\":\"a\",\"section\":\"" + section.slug() + "\"}";
  }

  private String put(String fields, byte[] body) throws IOException {
    return send("PUT", article, "If-Match: \"0\"\r\n" + fields, body);
  }

  private String send(String method, String target, String fields, byte[] body) throws IOException {
    return send(method, target, fields, body, editor.holder().text());
  }

  private String send(String method, String target, String fields, byte[] body, String key)
      throws IOException {
    String request =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
            + key
            + "\r\n"
            + fields
            + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n")
            + "\r\n";
    return RawHttp.exchange(server, request + new String(body, ISO_8859_1));
  }

  private String head(String method, String target, String fields) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
        + editor.holder().text()
        + "\r\n"
        + fields;
  }

  private static void assertProblem(int status, String code, String answer) {
    RawHttp.assertProblem(status, code, answer);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
