package dev.sarkhat.article.editing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor may write to harm readers does not reach them. */
@QuarkusTest
class HostileContentTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> FORBIDDEN =
      Set.of(
          "script",
          "style",
          "svg",
          "math",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "meta",
          "base",
          "object",
          "embed",
          "link",
          "template",
          "noscript",
          "frameset",
          "frame",
          "xmp",
          "noembed",
          "noframes",
          "plaintext",
          "title",
          "marquee",
          "isindex",
          "keygen",
          "image",
          "bgsound",
          "applet",
          "details");

  /** What an attribute may be called; none of them runs anything. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "href|src|alt|title|width|height|cite|lang|dir|colspan|rowspan|scope|start|reversed|type"
              + "|datetime|rel|poster|controls|allowfullscreen|loading|referrerpolicy|sandbox|class"
              + "|value|allow|frameborder|data-[a-z-]+|name|id|target|open|preload");

  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "cite", "poster", "url", "canonicalUrl", "sourceUrl");
  private static final Pattern SAFE_ADDRESS =
      Pattern.compile("(https?://[^/@\\\\\\s]+(/.*)?|/([^/\\\\].*)?|#.*|mailto:.*|tel:.*)");

  /** Embeddings, overrides, isolates and their ends (Unicode Standard Annex 9, section 2). */
  private static final Pattern BIDI_CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  @Inject Keys keys;

  private Section section;
  private NewsroomClient editor;

  @BeforeEach
  void people() {
    section = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR, section));
  }

  private Map<String, Object> content(String field, Object value) {
    Map<String, Object> content = new HashMap<>();
    content.put("title", Newsroom.unique("تیتر"));
    content.put("section", section.slug());
    content.put(field, value);
    return content;
  }

  @Test
  void noScriptReachesReaders() throws IOException {
    int id = editor.post(ARTICLES, content("lead", "لید")).statusCode(201).extract().path("id");
    editor.act(ARTICLES + "/" + id + "/publish", 0, null).statusCode(200);
    int revision = 1;
    List<String> vectors = vectors();
    assertTrue(vectors.size() >= 100, () -> "there are " + vectors.size());
    for (String vector : vectors) {
      for (String sent : List.of(vector, "<p>یک</p>" + vector + "<p>دو</p>")) {
        Map<String, Object> content = content("body", sent);
        content.put("bodyFormat", "html");
        if (sent.indexOf('\u0001') >= 0) {
          // PostgreSQL and browsers have their own mind about it: it is not taken at all.
          assertProblem(editor.put(ARTICLES + "/" + id, revision, content), 400, "invalid-body");
          continue;
        }
        String clean = save(id, revision, content);
        String again = save(id, revision + 1, content("body", clean == null ? "" : clean));
        revision += 2;
        assertEquals(clean, again, () -> "cleaning again changes what became of " + sent);
        if (clean != null) {
          assertHarmless(clean, sent);
        }
      }
      assertSafeAddresses(
          JSON.readTree(get("/v1/articles/" + id).statusCode(200).extract().asByteArray()), vector);
    }
  }

  private String save(int id, int revision, Map<String, Object> content) {
    return editor
        .put(ARTICLES + "/" + id, revision, content)
        .statusCode(200)
        .extract()
        .path("content.body");
  }

  private static void assertHarmless(String clean, String sent) {
    for (Element element : Jsoup.parseBodyFragment(clean).body().select("*")) {
      assertFalse(FORBIDDEN.contains(element.normalName()), () -> sent + " became " + clean);
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        assertTrue(
            HARMLESS.matcher(name).matches(),
            () -> name + " is left: " + sent + " became " + clean);
        assertTrue(
            !ADDRESSES.contains(name) || SAFE_ADDRESS.matcher(attribute.getValue()).matches(),
            () -> sent + " became " + clean);
      }
      assertTrue(
          !element.normalName().equals("iframe") || !element.attr("src").contains("evil"),
          () -> sent + " became " + clean);
    }
  }

  /** Of the blocks, whose addresses clients put in pages of their own. */
  private static void assertSafeAddresses(JsonNode node, String sent) {
    node.properties()
        .forEach(
            member -> {
              if (ADDRESSES.contains(member.getKey()) && member.getValue().isTextual()) {
                assertTrue(
                    SAFE_ADDRESS.matcher(member.getValue().textValue()).matches(),
                    () -> sent + " became " + member.getValue());
              }
              assertSafeAddresses(member.getValue(), sent);
            });
    if (node.isArray()) {
      node.forEach(item -> assertSafeAddresses(item, sent));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "kicker", "subtitle"})
  void bidiControlsDoNotReachHeadlines(String field) {
    String trick = "تیتر \u202E)1(trela\u202C \u2066exe\u2069 \u202Dx\u202C \u202Ax\u202B";
    int id = editor.post(ARTICLES, content(field, trick)).statusCode(201).extract().path("id");
    editor.act(ARTICLES + "/" + id + "/publish", 0, null).statusCode(200);
    String address = ARTICLES + "/" + id;
    String slug = editor.get(address).extract().path("content.slug");
    String text = editor.get(address).extract().path("content." + field);
    String list = get("/v1/articles?section=" + section.slug()).extract().asString();
    assertAll(
        () -> assertFalse(BIDI_CONTROLS.matcher(text).find(), text),
        () -> assertFalse(BIDI_CONTROLS.matcher(slug).find(), slug),
        () -> assertFalse(BIDI_CONTROLS.matcher(list).find(), list));
  }

  @Test
  void linesStayLines() {
    String answer =
        editor
            .post(ARTICLES, content("title", "یک\r\nSet-Cookie: a=b\u2028\u2029دو"))
            .statusCode(201)
            .extract()
            .path("content.title");
    assertFalse(Pattern.compile("[\\r\\n\\u2028\\u2029]").matcher(answer).find(), answer);
  }

  @Test
  void markupInTextsStaysText() {
    String markup = "<img src=x onerror=alert(1)>&lt;b&gt;";
    int id = editor.post(ARTICLES, content("kicker", markup)).statusCode(201).extract().path("id");
    ValidatableResponse saved = editor.get(ARTICLES + "/" + id);
    assertEquals(markup, saved.extract().path("content.kicker"));
    assertTrue(saved.extract().header("Content-Type").startsWith("application/json"));
    assertEquals("nosniff", saved.extract().header("X-Content-Type-Options"));
  }

  /** One a line, written as in Java. */
  private static List<String> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(HostileContentTest.class.getResourceAsStream("/hostile/xss.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(HostileContentTest::plain)
          .toList();
    }
  }

  private static String plain(String line) {
    String letters =
        Pattern.compile("\\\\u([0-9a-f]{4})")
            .matcher(line)
            .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    return letters.translateEscapes();
  }
}
