package dev.sarkhat.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An article that somebody who has a key would harm; after each test it is as it was. */
abstract class HostileTest extends ApiTest {

  static final String ARTICLES = "/v1/admin/articles";

  @Inject Keys keys;
  @TestHTTPResource URL server;

  Section section;
  NewsroomClient editor;
  String article;
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

  /** A body that could be taken. */
  String content() {
    return "{\"title\":\"a\",\"section\":\"" + section.slug() + "\"}";
  }

  /** Replaces the article. */
  String put(String fields, byte[] body) throws IOException {
    return send("PUT", article, "If-Match: \"0\"\r\n" + fields, body);
  }

  /** Sends a request as the editor, with its header fields as they stand. */
  String send(String method, String target, String fields, byte[] body) throws IOException {
    return send(method, target, fields, body, editor.holder().text());
  }

  /** Sends a request as whoever has the key. */
  String send(String method, String target, String fields, byte[] body, String key)
      throws IOException {
    String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
    String head = head(method, target, "Connection: close\r\n" + fields + length, key);
    return RawHttp.exchange(server, head + "\r\n" + new String(body, ISO_8859_1));
  }

  /** The head of a request, but for its end. */
  static String head(String method, String target, String fields, String key) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
        + key
        + "\r\n"
        + fields;
  }

  static void assertProblem(int status, String code, String answer) {
    RawHttp.assertProblem(status, code, answer);
  }
}
