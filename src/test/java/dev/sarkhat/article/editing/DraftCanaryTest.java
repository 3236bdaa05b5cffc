package dev.sarkhat.article.editing;

import static dev.sarkhat.article.editing.Canary.ARTICLES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A word that stands in nothing but what is not public is in no public answer: not in a body, not
 * in a field, not by what an answer leaves out, and not in what was kept from when it was public.
 */
@QuarkusTest
class DraftCanaryTest extends ApiTest {

  private static final List<String> KINDS =
      List.of("articles", "sections", "tags", "sources", "contributors", "menus");

  @Inject Keys keys;
  @Inject Clock clock;
  @Inject EntityManager entities;
  @TestHTTPResource URL server;

  private NewsroomClient admin;
  private Canary canary;
  private Section other;
  private String reader;

  @BeforeEach
  void write() {
    admin = new NewsroomClient(keys.with(Role.ADMIN));
    canary = new Canary(newsroom, admin, clock);
    other = newsroom.section();
    reader = keys.with(Role.READER, other).text();
  }

  @Test
  void whatIsNotPublicIsNowhere() {
    Map<String, PublicAnswer> before = new LinkedHashMap<>();
    crawl().addresses().forEach(address -> before.put(address, ask("GET", address)));
    long told = before.values().stream().filter(this::tells).count();
    assertTrue(told > 100, () -> "the crawl finds what is public at " + told + " addresses only");

    canary.hide();
    before.forEach(this::look);
    lookWhereTheRequestSaysIt();
    canary.hidden().forEach(this::assertAnswersAsUnknown);
    assertTombstone(canary.id("withdrawn"));
    assertStrangersFindNothing();
  }

  private boolean tells(PublicAnswer answer) {
    return answer.tells(canary.word) || answer.tells(canary.mark);
  }

  private PublicCrawl crawl() {
    List<String> ids =
        Stream.concat(canary.hidden().values().stream(), Stream.of(canary.shown()))
            .map(String::valueOf)
            .toList();
    String tag = canary.tag.slug();
    String section = canary.section.slug();
    return new PublicCrawl(
        Map.ofEntries(
            Map.entry("id", ids),
            Map.entry("getSection.slug", List.of(section, other.slug())),
            Map.entry("getTag.slug", List.of(tag)),
            Map.entry("getSource.slug", List.of(canary.source.slug())),
            Map.entry("getContributor.slug", List.of(canary.contributor.slug())),
            Map.entry("getMenu.slug", List.of("main")),
            Map.entry("token", List.of("AAAA", "A".repeat(48)))),
        Map.ofEntries(
            Map.entry("section", List.of(section)),
            Map.entry("tag", List.of(tag)),
            Map.entry("source", List.of(canary.source.slug())),
            Map.entry("contributor", List.of(canary.contributor.slug())),
            Map.entry("excludeSection", List.of(other.slug(), section)),
            Map.entry("excludeTag", List.of(tag)),
            Map.entry("ids", List.of(String.join(",", ids))),
            Map.entry("type", List.of("news", "report")),
            Map.entry("listTags.type", List.of("topic")),
            Map.entry("lang", List.of("fa")),
            Map.entry("from", List.of(canary.at(Duration.ofDays(-2)))),
            Map.entry("to", List.of(canary.at(Duration.ofDays(7)))),
            Map.entry("sort", List.of("-publishedAt", "publishedAt", "-updatedAt")),
            Map.entry("count", List.of("exact", "capped")),
            Map.entry("limit", List.of("1", "100")),
            Map.entry("cursor", List.of("AAAA")),
            Map.entry("calendar", List.of("jalali")),
            Map.entry("body", List.of("html", "text", "blocks")),
            Map.entry("include", List.of("articleCount")),
            Map.entry("getArticle.include", List.of("related")),
            Map.entry("fields", List.of("slug,title", "nonsense")),
            Map.entry("listArticles.fields", List.of("id,title,slug,path,tags", "attributes")),
            Map.entry("getArticle.fields", List.of("body", "seo,attributes,pullQuotes")),
            Map.entry("listContributors.fields", List.of("slug,name")),
            Map.entry("getContributor.fields", List.of("slug,name")),
            Map.entry("searchArticles.q", List.of("-nothing", "title:-\"\" | a")),
            Map.entry("searchArticles.sort", List.of("relevance", "-publishedAt")),
            Map.entry("facets", List.of("section,tag,source,type,month,jalaliMonth")),
            Map.entry("facetLimit", List.of("100")),
            Map.entry("highlight", List.of("html", "none")),
            Map.entry("suggest.q", List.of("ا", "خ", "c")),
            Map.entry("path", sitePaths(ids))));
  }

  /** That do not say the word themselves. */
  private List<String> sitePaths(List<String> ids) {
    List<String> paths = new ArrayList<>();
    for (String id : ids) {
      paths.addAll(List.of("/news/" + id, "/news/" + id + "/", "/news/" + id + "/x"));
    }
    paths.add(canary.section.path());
    paths.add("/tags/" + canary.tag.slug());
    paths.add("/sources/" + canary.source.slug());
    paths.add("/contributors/" + canary.contributor.slug());
    return paths;
  }

  private PublicAnswer ask(String method, String address, String... fields) {
    return PublicAnswer.of(server, method, address, fields);
  }

  /** Asks in every way, after what there was has been hidden. */
  private void look(String address, PublicAnswer before) {
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
    if (!before.field("etag").isEmpty()) {
      PublicAnswer conditional = ask("GET", address, "If-None-Match", before.field("etag"));
      answers.add(conditional);
      if (tells(before)) {
        assertNotEquals(304, conditional.status(), () -> address + " is said to be what it was");
      }
    }
    for (PublicAnswer answer : answers) {
      assertFalse(tells(answer), () -> "the word is in " + answer);
      assertTrue(answer.status() < 500, answer::toString);
    }
  }

  /** Where the address says the word, another word in its place is answered the same. */
  private void lookWhereTheRequestSaysIt() {
    List<String> addresses = new ArrayList<>();
    for (String kind : KINDS) {
      for (String slug : List.of("WORD", encode("راز-") + "WORD")) {
        addresses.add("/v1/" + kind + "/" + slug);
        addresses.add("/v1/resolve?path=/" + kind + "/" + slug);
      }
    }
    for (String filter : List.of("section", "tag", "source", "contributor", "excludeTag", "lang")) {
      for (String slug : List.of("WORD", encode("راز-") + "WORD")) {
        addresses.add("/v1/articles?" + filter + "=" + slug);
        if (filter.endsWith("ag")) {
          addresses.add("/v1/articles?" + filter + "=" + canary.tag.slug() + "," + slug);
        }
      }
    }
    canary
        .hidden()
        .forEach(
            (state, id) -> {
              if (!state.equals("withdrawn")) {
                addresses.add("/v1/resolve?path=/news/" + id + "/" + encode("خبر-") + "WORD");
              }
            });
    String decoy = Canary.word();
    for (String address : addresses) {
      assertEquals(
          answerBut(address, decoy), answerBut(address, canary.word), () -> "a word of " + address);
    }
  }

  /** The answer to an address with a word in it, but for the word. */
  private String answerBut(String address, String word) {
    return ask("GET", address.replace("WORD", encode(word)))
        .asIfOf("0", "0")
        .replace(encode(word), "WORD")
        .replace(word, "WORD");
  }

  private void assertAnswersAsUnknown(String state, int id) {
    if (state.equals("withdrawn")) {
      return;
    }
    String unknown = String.valueOf(unknown(id));
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
      String its = address.replace("ID", String.valueOf(id));
      String none = address.replace("ID", unknown);
      // From then on both may be kept.
      ask("GET", its);
      ask("GET", none);
      for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
        assertEquals(
            ask(method, none).asIfOf(unknown, "ID"),
            ask(method, its).asIfOf(String.valueOf(id), "ID"),
            () -> method + " tells that there is something " + state + " at " + its);
      }
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

  private static void assertTombstone(int id) {
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
            "q=" + encode(canary.word),
            "section=" + canary.section.slug(),
            "contributor=" + canary.contributor.slug(),
            "creator=" + admin.holder().principalId(),
            "sort=publishedAt",
            "status=draft",
            "limit=100")) {
      addresses.add(ARTICLES + "?" + filter);
    }
    for (Map.Entry<String, Integer> each : canary.hidden().entrySet()) {
      int id = each.getValue();
      for (String part :
          List.of("", "/revisions", "/revisions/0", "/revisions/0/difference?from=0")) {
        addresses.add(Canary.address(id) + part);
      }
      // What cannot be seen cannot be named: it is refused as an unknown number is.
      assertEquals(
          refusalToName(stranger, unknown(id)), refusalToName(stranger, id), each.getKey());
    }
    for (String address : addresses) {
      PublicAnswer answer =
          ask("GET", address, "Authorization", "Bearer " + stranger.holder().text());
      assertFalse(tells(answer), answer::toString);
    }
  }

  private String refusalToName(NewsroomClient stranger, long id) {
    return stranger
        .post(ARTICLES, Map.of("title", "یک", "section", other.slug(), "related", List.of(id)))
        .statusCode(400)
        .extract()
        .asString()
        // Not the 1 of /v1.
        .replaceAll("(?<!\\w)" + id + "(?!\\w)", "ID")
        .replaceAll("\"traceId\":.*", "");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
