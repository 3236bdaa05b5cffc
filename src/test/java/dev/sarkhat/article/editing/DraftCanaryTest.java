package dev.sarkhat.article.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * A word that stands in nothing but what is not public is in no public answer: not in a body, not
 * in a field, not by what an answer leaves out, and not in what was kept from when it was public.
 */
@QuarkusTest
class DraftCanaryTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";
  private static final String LETTERS = "بپتثجچحخدذرزسشصضطظعغفقکگلمنهوی";

  @Inject Keys keys;
  @Inject Clock clock;
  @Inject EntityManager entities;
  @TestHTTPResource URL server;

  private final Random random = new Random();
  private final String word = word(LETTERS, 16);

  /** For what takes no Persian letters. */
  private final String mark = "canary" + word("abcdefghijklmnopqrstuvwxyz", 16);

  /** Of a tag, a source and a contributor that nothing public names. */
  private final String secret = "راز-" + word;

  private final Map<String, Integer> hidden = new LinkedHashMap<>();
  private NewsroomClient editor;
  private Section section;
  private Section other;
  private Tag tag;
  private Source source;
  private Contributor contributor;

  private String word(String letters, int length) {
    StringBuilder word = new StringBuilder();
    for (int left = length; left > 0; left--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  @BeforeEach
  void furnish() {
    section = newsroom.section();
    other = newsroom.section();
    tag = newsroom.tag();
    source = newsroom.source();
    contributor = newsroom.contributor();
    editor = new NewsroomClient(keys.with(Role.ADMIN));
    for (String kind : List.of("tags", "sources")) {
      editor
          .post(
              "/v1/admin/" + kind,
              Map.of("slug", secret, "title", word, "description", word, "listed", false))
          .statusCode(201);
    }
    editor
        .post("/v1/admin/contributors", Map.of("slug", secret, "name", word, "listed", false))
        .statusCode(201);
  }

  @Test
  void whatIsNotPublicIsNowhere() {
    for (String state :
        List.of(
            "draft",
            "inReview",
            "scheduled",
            "embargoed",
            "withdrawn",
            "expired",
            "deleted",
            "corrected",
            "public")) {
      hidden.put(state, write(state.equals("public") ? "x" : word, state));
    }
    int shown = id("public");
    hidden.remove("public");
    relate(shown);
    List<String> wasPublic = List.of("withdrawn", "expired", "deleted", "corrected");
    publish(shown);
    wasPublic.forEach(state -> publish(id(state)));
    Map<String, PublicAnswer> before = new LinkedHashMap<>();
    Set<String> addresses = crawl(shown).addresses();
    addresses.forEach(address -> before.put(address, ask("GET", address)));
    long told = before.values().stream().filter(answer -> answer.tells(word)).count();
    assertTrue(told > 100, () -> "the crawl finds what is public at " + told + " addresses only");

    hide();
    before.forEach(this::look);
    lookWhereTheRequestSaysIt();
    hidden.forEach(this::assertAnswersAsUnknown);
    assertTombstone(id("withdrawn"));
    assertStrangersFindNothing();
  }

  private int write(String said, String state) {
    Map<String, Object> content = content(said);
    content.put("externalId", mark + state);
    return editor
        .post(ARTICLES + "?note=" + encode(said), content)
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Map<String, Object> content(String said) {
    String address = "https://example.org/" + (said.equals(word) ? mark : "x");
    Map<String, Object> content = new HashMap<>();
    content.put("section", section.slug());
    content.put("tags", said.equals(word) ? List.of(tag.slug(), secret) : List.of(tag.slug()));
    content.put("source", said.equals(word) ? secret : source.slug());
    content.put("originalSource", source.slug());
    content.put(
        "contributors",
        said.equals(word) ? List.of(contributor.slug(), secret) : List.of(contributor.slug()));
    content.put("slug", said.equals(word) ? "خبر-" + word : "خبر");
    for (String line : List.of("title", "kicker", "subtitle", "lead")) {
      content.put(line, "یک " + said + " دو");
    }
    content.put(
        "body", "<p>یک " + said + "</p><img src=\"" + address + ".jpg\" alt=\"" + said + "\">");
    content.put("pullQuotes", List.of(Map.of("text", said, "attribution", said)));
    content.put("sourceUrl", address);
    content.put("image", Map.of("url", address + ".jpg", "alt", said, "credit", said));
    content.put("seo", Map.of("title", said, "description", said, "canonicalUrl", address));
    content.put("attributes", Map.of(said, said, "mark", address));
    return content;
  }

  /** Something public, of which the editor says that everything hidden is related to it. */
  private void relate(int shown) {
    Map<String, Object> content = content("x");
    content.put("externalId", mark.replace("canary", "other"));
    content.put("related", List.copyOf(hidden.values()));
    editor.put(ARTICLES + "/" + shown, 0, content).statusCode(200);
  }

  private void publish(int id) {
    act(id, "publish", Map.of("publishedAt", at(Duration.ofHours(-1))));
  }

  private void hide() {
    act(id("inReview"), "submit", null);
    act(id("scheduled"), "schedule", Map.of("publishAt", at(Duration.ofDays(2))));
    act(id("embargoed"), "embargo", Map.of("until", at(Duration.ofDays(2))));
    act(id("withdrawn"), "withdraw", Map.of("reason", "خبر نادرست بود."));
    act(id("expired"), "expire", Map.of("expireAt", at(Duration.ofMinutes(-30))));
    editor.delete(address(id("deleted")), revision(id("deleted"))).statusCode(204);
    int corrected = id("corrected");
    hidden.remove("corrected");
    Map<String, Object> content = content("x");
    content.put("externalId", "x" + corrected);
    editor.put(address(corrected), revision(corrected), content).statusCode(200);
    editor.post(address(id("draft")) + "/previews", Map.of("seconds", 600)).statusCode(200);
  }

  private int id(String state) {
    return Objects.requireNonNull(hidden.get(state));
  }

  private void act(int id, String action, @Nullable Map<String, Object> body) {
    editor.act(address(id) + "/" + action, revision(id), body).statusCode(200);
  }

  private static String address(int id) {
    return ARTICLES + "/" + id;
  }

  private int revision(int id) {
    return editor.get(address(id)).statusCode(200).extract().path("revision");
  }

  private String at(Duration fromNow) {
    return clock.instant().plus(fromNow).toString();
  }

  private PublicCrawl crawl(int shown) {
    List<String> ids =
        Stream.concat(hidden.values().stream(), Stream.of(shown)).map(String::valueOf).toList();
    return new PublicCrawl(
        Map.ofEntries(
            Map.entry("id", ids),
            Map.entry("getSection", List.of(section.slug(), other.slug())),
            Map.entry("getTag", List.of(tag.slug())),
            Map.entry("getSource", List.of(source.slug())),
            Map.entry("getContributor", List.of(contributor.slug())),
            Map.entry("getMenu", List.of("main", "footer")),
            Map.entry("token", List.of("AAAA", "A".repeat(48)))),
        Map.ofEntries(
            Map.entry("section", List.of(section.slug())),
            Map.entry("tag", List.of(tag.slug())),
            Map.entry("source", List.of(source.slug())),
            Map.entry("contributor", List.of(contributor.slug())),
            Map.entry("excludeSection", List.of(other.slug(), section.slug())),
            Map.entry("excludeTag", List.of(tag.slug())),
            Map.entry("ids", List.of(String.join(",", ids))),
            Map.entry("type", List.of("news", "report")),
            Map.entry("listTags.type", List.of("topic")),
            Map.entry("lang", List.of("fa")),
            Map.entry("from", List.of(at(Duration.ofDays(-2)))),
            Map.entry("to", List.of(at(Duration.ofDays(7)))),
            Map.entry("sort", List.of("-publishedAt", "publishedAt", "-updatedAt")),
            Map.entry("count", List.of("exact", "capped")),
            Map.entry("limit", List.of("1", "100")),
            Map.entry("cursor", List.of("AAAA")),
            Map.entry("calendar", List.of("jalali")),
            Map.entry("body", List.of("html", "text", "blocks")),
            Map.entry("include", List.of("articleCount")),
            Map.entry("getArticle.include", List.of("related")),
            Map.entry("fields", List.of("slug", "title", "nonsense")),
            Map.entry("listArticles.fields", List.of("id,title,slug,path,tags", "attributes")),
            Map.entry("getArticle.fields", List.of("body", "seo,attributes,pullQuotes,related")),
            Map.entry("listContributors.fields", List.of("slug,name")),
            Map.entry("getContributor.fields", List.of("slug,name")),
            Map.entry("path", sitePaths(ids))));
  }

  /** That do not say the word themselves. */
  private List<String> sitePaths(List<String> ids) {
    List<String> paths = new ArrayList<>();
    for (String id : ids) {
      paths.add("/news/" + id);
      paths.add("/news/" + id + "/");
      paths.add("/news/" + id + "/x");
    }
    paths.add(section.path());
    paths.add("/tags/" + tag.slug());
    paths.add("/sources/" + source.slug());
    paths.add("/contributors/" + contributor.slug());
    return paths;
  }

  private PublicAnswer ask(String method, String address, String... fields) {
    return PublicAnswer.of(server, method, address, fields);
  }

  /** Asks in every way, after what there was has been hidden. */
  private void look(String address, PublicAnswer before) {
    String reader = keys.with(Role.READER, other).text();
    String etag = before.field("etag");
    List<PublicAnswer> answers =
        new ArrayList<>(
            List.of(
                ask("GET", address),
                ask("GET", address, "Accept-Encoding", "gzip"),
                ask("HEAD", address),
                ask("GET", address, "Authorization", "Bearer " + reader),
                ask(
                    "OPTIONS",
                    address,
                    "Origin",
                    "https://a.example",
                    "Access-Control-Request-Method",
                    "GET")));
    if (!etag.isEmpty()) {
      PublicAnswer conditional = ask("GET", address, "If-None-Match", etag);
      answers.add(conditional);
      if (before.tells(word) || before.tells(mark)) {
        assertNotEquals(304, conditional.status(), () -> address + " is said to be what it was");
      }
    }
    for (PublicAnswer answer : answers) {
      assertFalse(answer.tells(word), () -> "the word is in " + answer);
      assertFalse(answer.tells(mark), () -> "the mark is in " + answer);
      assertTrue(answer.status() < 500, answer::toString);
    }
  }

  /** Where the address says the word, another word in its place is answered the same. */
  private void lookWhereTheRequestSaysIt() {
    String decoy = word(LETTERS, 16);
    List<String> addresses = new ArrayList<>();
    for (String kind :
        List.of("articles", "sections", "tags", "sources", "contributors", "menus")) {
      addresses.add("/v1/" + kind + "/" + encode("راز-") + "WORD");
      addresses.add("/v1/" + kind + "/WORD");
      addresses.add("/v1/resolve?path=/" + kind + "/" + encode("راز-") + "WORD");
    }
    for (String filter : List.of("section", "tag", "source", "contributor", "excludeTag", "lang")) {
      addresses.add("/v1/articles?" + filter + "=WORD");
      addresses.add("/v1/articles?" + filter + "=" + encode("راز-") + "WORD");
      addresses.add("/v1/articles?" + filter + "=" + tag.slug() + "," + encode("راز-") + "WORD");
    }
    hidden.forEach(
        (state, id) -> {
          if (!state.equals("withdrawn")) {
            addresses.add("/v1/resolve?path=/news/" + id + "/" + encode("خبر-") + "WORD");
          }
        });
    for (String address : addresses) {
      PublicAnswer asked = ask("GET", address.replace("WORD", encode(word)));
      PublicAnswer decoyed = ask("GET", address.replace("WORD", encode(decoy)));
      assertEquals(
          decoyed.asIfOf("0", "0").replace(encode(decoy), "WORD").replace(decoy, "WORD"),
          asked.asIfOf("0", "0").replace(encode(word), "WORD").replace(word, "WORD"),
          address);
    }
  }

  private void assertAnswersAsUnknown(String state, int id) {
    if (state.equals("withdrawn")) {
      return;
    }
    long unknown = unknown(id);
    for (String address :
        List.of(
            "/v1/articles/ID",
            "/v1/articles/ID?body=html",
            "/v1/articles/ID?include=related",
            "/v1/articles/ID?fields=id",
            "/v1/articles/ID/related",
            "/v1/articles?ids=ID",
            "/v1/articles?ids=ID&count=exact",
            "/v1/resolve?path=/news/ID/x",
            "/v1/resolve?path=/news/ID")) {
      for (String method : List.of("GET", "HEAD", "OPTIONS", "GET")) {
        PublicAnswer one = ask(method, address.replace("ID", String.valueOf(id)));
        // Both are answered from the cache in the end, or neither is.
        PublicAnswer none = ask(method, address.replace("ID", String.valueOf(unknown)));
        if (one.field("cache-status").equals(none.field("cache-status"))) {
          assertEquals(
              none.asIfOf(String.valueOf(unknown), "ID"),
              one.asIfOf(String.valueOf(id), "ID"),
              () -> state + " is not as unknown: " + one + none);
        }
      }
      assertEquals(
          ask("GET", address.replace("ID", String.valueOf(unknown))).field("cache-status"),
          ask("GET", address.replace("ID", String.valueOf(id))).field("cache-status"),
          address);
    }
  }

  /** A number of as many digits that no article has. */
  private long unknown(int id) {
    int digits = String.valueOf(id).length();
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select max(n) from generate_series(:least, :most) n
                    where not exists (select from article where id = n)
                    """)
                .setParameter("least", (long) Math.pow(10, digits - 1))
                .setParameter("most", (long) Math.pow(10, digits) - 1)
                .getSingleResult())
        .longValue();
  }

  private void assertTombstone(int id) {
    for (String address : List.of("/v1/articles/" + id, "/v1/resolve?path=/news/" + id + "/x")) {
      Map<String, Object> tombstone =
          get(address).statusCode(410).extract().jsonPath().getMap("tombstone");
      assertEquals(Set.of("id", "withdrawnAt", "reason"), tombstone.keySet());
    }
  }

  /** People of the newsroom who have no role there find no more than readers. */
  private void assertStrangersFindNothing() {
    NewsroomClient stranger = new NewsroomClient(keys.with(Role.EDITOR, other));
    List<String> addresses = new ArrayList<>();
    for (String filter :
        List.of(
            "q=" + encode(word),
            "section=" + section.slug(),
            "contributor=" + contributor.slug(),
            "creator=" + editor.holder().principalId(),
            "sort=publishedAt",
            "status=draft",
            "limit=100")) {
      addresses.add(ARTICLES + "?" + filter);
    }
    for (int id : hidden.values()) {
      for (String part :
          List.of("", "/revisions", "/revisions/0", "/revisions/0/difference?from=0")) {
        addresses.add(address(id) + part);
      }
      // What cannot be seen cannot be named: it is refused as an unknown number is.
      String refused =
          stranger
              .post(ARTICLES, Map.of("title", "x", "section", other.slug(), "related", List.of(id)))
              .statusCode(400)
              .extract()
              .asString();
      String unknown = String.valueOf(unknown(id));
      assertEquals(
          stranger
              .post(
                  ARTICLES,
                  Map.of("title", "x", "section", other.slug(), "related", List.of(unknown(id))))
              .extract()
              .asString()
              .replace(unknown, "ID")
              .replaceAll("\"traceId\":.*", ""),
          refused.replace(String.valueOf(id), "ID").replaceAll("\"traceId\":.*", ""));
    }
    for (String address : addresses) {
      PublicAnswer answer =
          ask("GET", address, "Authorization", "Bearer " + stranger.holder().text());
      assertFalse(answer.tells(word) || answer.tells(mark), answer::toString);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
