package dev.sarkhat.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that harm are refused with the culprit's name. */
@QuarkusTest
class HostileBodiesTest extends HostileTest {

  private static final int LONG = 1_000_000;

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

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Type: application/json\r\n", "Content-Type: text/plain\r\n"})
  void aPatchThatDoesNotSayWhatItIsIsToldWhatToSay(String field) throws IOException {
    for (String body : new String[] {"{\"title\":\"b\"}", "null"}) {
      String answer = send("PATCH", article, "If-Match: \"0\"\r\n" + field, body.getBytes(UTF_8));

      assertProblem(415, "unsupported-media-type", answer);
      assertTrue(answer.contains("Content-Type: application/merge-patch+json."), answer);
      assertTrue(
          answer
              .toLowerCase(Locale.ROOT)
              .contains("\r\naccept-patch: application/merge-patch+json"),
          answer);
    }
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
          head(
                  "PUT",
                  article,
                  "If-Match: \"0\"\r\nContent-Type: application/json\r\n",
                  editor.holder().text())
              + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent <= limit; sent += 0x10000) {
        connection.send(chunk);
      }
      assertProblem(413, "content-too-large", connection.receive());
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
