package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.TestClock;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP says of answers: the same whether they were kept or are made now. */
@QuarkusTest
class AnswerFieldsTest extends ApiTest {

  /** After all that other tests have scheduled. */
  private static final Instant NOW = Instant.parse("2031-01-01T12:00:00Z");

  @Inject TestClock clock;
  @Inject EntityManager entityManager;
  @TestHTTPResource URL server;

  private Client client;
  private Section section;

  @BeforeEach
  void stopTheClock() {
    client = new Client(server);
    clock.stopAt(NOW);
    section = newsroom.section();
  }

  @AfterEach
  void run() {
    clock.run();
  }

  @Test
  void missAndHitAreTheSame() {
    for (String address :
        List.of(
            article(),
            "/v1/articles?section=" + section.slug() + "&limit=1",
            "/v1/articles/99999999" + section.id())) {
      Client.Reply miss = client.get(address);
      Client.Reply hit = client.get(address);
      assertEquals("fwd=uri-miss; stored", miss.cacheStatus());
      assertEquals("hit", hit.cacheStatus());
      assertArrayEquals(miss.body(), hit.body());
      assertEquals(fields(miss), fields(hit));
      assertFalse(hit.field("etag").isEmpty());
      assertTrue(hit.field("vary").equalsIgnoreCase("Accept-Encoding"), hit.field("vary"));
      assertEquals("*", hit.field("access-control-allow-origin"));
      assertFalse(hit.field("date").isEmpty());
    }
  }

  private static Map<String, List<String>> fields(Client.Reply reply) {
    Map<String, List<String>> fields = new TreeMap<>(reply.fields());
    fields.keySet().removeAll(List.of("date", "cache-status"));
    return fields;
  }

  @Test
  void tellsHowTheCacheCameToAnAnswer() {
    String address = article();
    assertEquals("fwd=uri-miss; stored", client.get(address).cacheStatus());
    assertEquals("hit", client.get(address).cacheStatus());
    assertEquals("fwd=bypass", client.uncached(address).cacheStatus());
    assertEquals("fwd=bypass", client.get(address, "X-API-Key", "none").cacheStatus());
    retitle(address);
    assertEquals("fwd=stale; stored", client.get(address).cacheStatus());
    assertEquals("hit", client.get(address, "Cookie", "a=b").cacheStatus());
  }

  @Test
  void theEntityTagIsOneForAllForms() {
    String address = article();
    String tag = client.get(address).field("etag");
    assertTrue(tag.matches("W/\"[A-Za-z0-9_-]{22}\""), tag);
    for (Client.Reply reply :
        List.of(
            client.get(address),
            client.get(address, "Accept-Encoding", "gzip"),
            client.send("HEAD", address),
            client.get(address, "If-None-Match", tag),
            client.uncached(address))) {
      assertEquals(tag, reply.field("etag"));
    }
    retitle(address);
    assertNotEquals(tag, client.get(address).field("etag"));
  }

  @Test
  void aCopyThatIsStillGoodIsNotSentAgain() {
    String address = article();
    String tag = client.get(address).field("etag");
    for (String held : List.of(tag, tag.substring(2), "*", "\"x\", " + tag, "W/\"x\"," + tag)) {
      Client.Reply reply = client.get(address, "If-None-Match", held);
      assertEquals(304, reply.status(), held);
      assertEquals(0, reply.body().length);
      for (String field : List.of("etag", "cache-control", "vary", "surrogate-key", "date")) {
        assertFalse(reply.field(field).isEmpty(), field);
      }
      assertEquals("", reply.field("content-type"));
      assertEquals("", reply.field("content-encoding"));
    }
    for (String held : List.of("\"x\"", "W/x", "garbage", "\"" + tag)) {
      assertEquals(200, client.get(address, "If-None-Match", held).status(), held);
    }
    assertEquals(304, client.send("HEAD", address, "If-None-Match", tag).status());
  }

  @Test
  void aCopyIsAsGoodWhenTheAnswerHadToBeRendered() {
    String address = article();
    String tag = client.uncached(address).field("etag");
    Client.Reply miss = client.get(address, "If-None-Match", tag);
    Client.Reply hit = client.get(address, "If-None-Match", tag);
    assertEquals("fwd=uri-miss; stored", miss.cacheStatus());
    assertEquals("hit", hit.cacheStatus());
    assertEquals(304, miss.status());
    assertEquals(304, hit.status());
    assertEquals(fields(miss), fields(hit));
  }

  @Test
  void absencesAreNeverUnchanged() {
    String address = "/v1/articles/88888888" + section.id();
    String tag = client.get(address).field("etag");
    assertEquals(404, client.get(address, "If-None-Match", tag).status());
    assertEquals(404, client.get(address, "If-None-Match", "*").status());
  }

  @Test
  void datesServeForSingleArticlesOnly() {
    String address = article();
    String list = "/v1/articles?section=" + section.slug();
    client.get(address);
    clock.stopAt(NOW.plusSeconds(5));
    assertEquals("", client.get(list).field("last-modified"));
    assertEquals(
        200, client.get(list, "If-Modified-Since", "Thu, 01 Jan 2032 12:00:00 GMT").status());
    String date = client.get(address).field("last-modified");
    assertFalse(date.isEmpty());
    assertEquals(304, client.get(address, "If-Modified-Since", date).status());
    assertEquals(
        200, client.get(address, "If-Modified-Since", "Wed, 01 Jan 2020 12:00:00 GMT").status());
    assertEquals(200, client.get(address, "If-Modified-Since", "yesterday").status());
    assertEquals(
        200,
        client.get(address, "If-Modified-Since", date, "If-None-Match", "\"other\"").status(),
        "If-None-Match comes first");
  }

  @Test
  void aDateNeverHidesAnEdit() {
    String address = article();
    List<String> dates = new ArrayList<>();
    for (int tenth = 0; tenth < 60; tenth++) {
      clock.stopAt(NOW.plusMillis(100L * tenth));
      if (tenth % 7 == 3) {
        retitle(address);
        for (String date : dates) {
          assertEquals(200, client.get(address, "If-Modified-Since", date).status(), date);
        }
      }
      String date = client.get(address).field("last-modified");
      if (!date.isEmpty()) {
        dates.add(date);
      }
    }
    clock.stopAt(NOW.plusSeconds(60));
    String date = client.get(address).field("last-modified");
    assertEquals(304, client.get(address, "If-Modified-Since", date).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br;q=0, *;q=0.1", "deflate, gzip;q=0.5", "identity;q=0, gzip"})
  void compressesForThoseWhoTakeIt(String accepted) throws IOException {
    String address = article();
    byte[] plain = client.get(address).body();
    Client.Reply packed = client.get(address, "Accept-Encoding", accepted);
    assertEquals("gzip", packed.field("content-encoding"));
    assertArrayEquals(
        plain, new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    assertEquals(String.valueOf(packed.body().length), packed.field("content-length"));
  }

  @Test
  void whoeverAsksFirstGetsTheFormThatTheOthersGet() {
    String address = article();
    Client.Reply miss = client.get(address, "Accept-Encoding", "gzip");
    Client.Reply hit = client.get(address, "Accept-Encoding", "gzip");
    assertEquals("fwd=uri-miss; stored", miss.cacheStatus());
    assertEquals("hit", hit.cacheStatus());
    assertEquals("gzip", miss.field("content-encoding"));
    assertArrayEquals(miss.body(), hit.body());
    assertEquals(fields(miss), fields(hit));
  }

  @Test
  void whatIsTooLongToKeepIsNotSaidToBeKept() {
    long id = newsroom.article(section).body("<p>" + "متن خبر ".repeat(70_000) + "</p>").store();
    for (int i = 0; i < 2; i++) {
      Client.Reply reply = client.get("/v1/articles/" + id);
      assertEquals(200, reply.status());
      assertEquals("fwd=uri-miss; detail=too-long", reply.cacheStatus());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "deflate", "*;q=0", "gzip;q=0, br;q=0, *"})
  void compressesForNobodyElse(String accepted) {
    Client.Reply reply = client.get(article(), "Accept-Encoding", accepted);
    assertEquals("", reply.field("content-encoding"));
    assertEquals('{', reply.body()[0]);
  }

  @Test
  void headTellsWhatGetWouldTell() {
    String address = article();
    Client.Reply first = client.send("HEAD", address);
    for (String coding : List.of("identity", "gzip")) {
      Client.Reply get = client.get(address, "Accept-Encoding", coding);
      Client.Reply head = client.send("HEAD", address, "Accept-Encoding", coding);
      assertEquals("hit", head.cacheStatus());
      assertEquals(0, head.body().length);
      assertEquals(fields(get), fields(head));
    }
    assertEquals(fields(client.send("HEAD", address)), fields(first));
  }

  @Test
  void tellsOthersHowLongToKeepIt() {
    String recent = article();
    long old =
        newsroom
            .article(section)
            .publishedAt(NOW.minusSeconds(200_000))
            .updatedAt(NOW.minusSeconds(90_000))
            .store();
    long withdrawn =
        newsroom.article(section).status(ArticleStatus.WITHDRAWN).updatedAt(NOW).store();
    assertKept(
        recent, "max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=864000");
    assertKept(
        "/v1/articles/" + old,
        "max-age=300, s-maxage=3600, stale-while-revalidate=60, stale-if-error=864000");
    assertKept(
        "/v1/articles?section=" + section.slug(),
        "max-age=5, s-maxage=30, stale-while-revalidate=30, stale-if-error=86400");
    assertKept(
        "/v1/sections/" + section.slug(),
        "max-age=30, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400");
    assertKept("/v1/articles/" + withdrawn, "max-age=5, s-maxage=10");
    assertKept("/v1/tags/" + Newsroom.unique("none"), "max-age=5, s-maxage=10");
    assertEquals("no-store", client.get("/v1/articles?limit=0").field("cache-control"));
  }

  private void assertKept(String address, String policy) {
    for (int i = 0; i < 2; i++) {
      Client.Reply reply = client.get(address);
      assertEquals("public, " + policy, reply.field("cache-control"), address);
      assertEquals(
          policy.replaceFirst("max-age=[0-9]+, s-maxage", "max-age"),
          reply.field("cdn-cache-control"));
    }
  }

  @Test
  void networksGetFewTagsThatStandForAll() {
    Tag common = newsroom.tag();
    for (int i = 0; i < 40; i++) {
      newsroom.article(section).tags(common, newsroom.tag()).store();
    }
    Client.Reply reply = client.get("/v1/articles?limit=100&tag=" + common.slug());
    List<String> keys = List.of(reply.field("surrogate-key").split(" "));
    assertTrue(keys.size() <= 60, keys::toString);
    assertEquals(keys, List.of(reply.field("cache-tag").split(",")));
    assertTrue(keys.contains("articles"), keys::toString);
  }

  /** Its body is long enough to be compressed. */
  private String article() {
    long id = newsroom.article(section).body("<p>" + "متن خبر ".repeat(400) + "</p>").store();
    return "/v1/articles/" + id;
  }

  private void retitle(String address) {
    long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery("update article set title = ?1 where id = ?2")
                    .setParameter(1, Newsroom.unique("تیتر"))
                    .setParameter(2, id)
                    .executeUpdate());
  }
}
