package dev.sarkhat.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.TestClock;
import dev.sarkhat.article.ArticleStatus;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * That what is scheduled appears, and what expires disappears, at its instant and from the cache.
 */
@QuarkusTest
class InstantsTest extends ApiTest {

  private static final Instant NOON = Instant.parse("2032-01-01T12:00:00Z");

  @Inject TestClock clock;
  @TestHTTPResource URL server;

  private final Map<String, String> shown = new LinkedHashMap<>();
  private Client client;
  private Section section;
  private Tag tag;
  private Source source;
  private Contributor contributor;

  @BeforeEach
  void makeSurfaces() {
    client = new Client(server);
    section = newsroom.section();
    tag = newsroom.tag();
    source = newsroom.source();
    contributor = newsroom.contributor();
    clock.stopAt(NOON.minusSeconds(60));
  }

  @AfterEach
  void run() {
    clock.run();
  }

  @Test
  void whatIsScheduledAppearsAtItsInstant() {
    Newsroom.ArticleDraft draft =
        draft().status(ArticleStatus.SCHEDULED).publishedAt(NOON).updatedAt(NOON.minusSeconds(60));
    surfaces(draft.store());
    clock.stopAt(NOON.minusMillis(1));
    assertShown(false);
    clock.stopAt(NOON);
    assertShown(true);
  }

  @Test
  void whatExpiresDisappearsAtItsInstant() {
    surfaces(draft().publishedAt(NOON.minusSeconds(60)).expireAt(NOON).store());
    clock.stopAt(NOON.minusMillis(1));
    assertShown(true);
    clock.stopAt(NOON);
    assertShown(false);
  }

  @Test
  void nobodyElseKeepsAnAnswerBeyondTheInstant() {
    long id = draft().publishedAt(NOON.minusSeconds(60)).expireAt(NOON).store();
    long coming = draft().status(ArticleStatus.SCHEDULED).publishedAt(NOON).store();
    String list = "/v1/articles?section=" + section.slug();
    clock.stopAt(NOON.minusSeconds(50));
    assertControl("public, max-age=30, s-maxage=50", "/v1/articles/" + id);
    assertControl(
        "public, max-age=5, s-maxage=30, stale-while-revalidate=20, stale-if-error=20", list);
    clock.stopAt(NOON.minusMillis(4_999));
    assertControl("public, max-age=4, s-maxage=4", "/v1/articles/" + id);
    assertControl("public, max-age=4, s-maxage=4", list);
    assertControl("public, max-age=4, s-maxage=4", "/v1/articles/" + coming);
    clock.stopAt(NOON.minusMillis(1));
    assertControl("public, max-age=0, s-maxage=0", list);
  }

  @Test
  void underLoadNobodySeesTheOldAfterNorTheNewBefore() throws Exception {
    clock.run();
    String list = "/v1/articles?section=" + section.slug() + "&count=exact";
    Instant instant = clock.instant().plusMillis(1_500);
    newsroom.article(section).status(ArticleStatus.SCHEDULED).publishedAt(instant).store();
    Instant end = instant.plusMillis(300);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Integer>> readers = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        readers.add(
            threads.submit(
                () -> {
                  int hits = 0;
                  Instant asked = clock.instant();
                  while (asked.isBefore(end)) {
                    Client.Reply reply = client.get(list);
                    Instant answered = clock.instant();
                    boolean there = reply.text().contains("\"total\":1");
                    assertTrue(there || asked.isBefore(instant), "old at " + asked);
                    assertTrue(!there || !answered.isBefore(instant), "new at " + answered);
                    hits += reply.isHit() ? 1 : 0;
                    asked = clock.instant();
                  }
                  return hits;
                }));
      }
      for (Future<Integer> reader : readers) {
        assertTrue(reader.get() > 0, "from the cache");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Newsroom.ArticleDraft draft() {
    return newsroom
        .article(section)
        .title(Newsroom.unique("تیتر"))
        .tags(tag)
        .source(source)
        .contributor(contributor, ContributorRole.REPORTER);
  }

  /** Each address with what it shows if and only if the article is public. */
  private void surfaces(long id) {
    long sibling = newsroom.article(newsroom.section()).tags(tag).store();
    String item = "\"id\":" + id + ",";
    shown.put("/v1/articles/" + id, item);
    shown.put("/v1/articles/" + id + "/related", "\"data\":[{\"id\":" + sibling);
    shown.put("/v1/articles/" + sibling + "/related", item);
    shown.put("/v1/articles/" + sibling + "?include=related", item);
    shown.put("/v1/articles?ids=" + id, item);
    shown.put("/v1/articles?sort=-updatedAt&section=" + section.slug(), item);
    shown.put("/v1/resolve?path=/news/" + id + "/x", "\"kind\":\"redirect\"");
    for (String list :
        List.of(
            "",
            "section=" + section.slug(),
            "tag=" + tag.slug(),
            "source=" + source.slug(),
            "contributor=" + contributor.slug())) {
      shown.put("/v1/articles?limit=3&" + list, item);
    }
    shown.put("/v1/articles?count=exact&limit=1&section=" + section.slug(), "\"total\":1");
    for (String counted :
        List.of(
            "sections/" + section.slug(),
            "sources/" + source.slug(),
            "contributors/" + contributor.slug())) {
      shown.put("/v1/" + counted + "?include=articleCount", "\"articleCount\":1");
    }
    shown.put("/v1/tags/" + tag.slug() + "?include=articleCount", "\"articleCount\":2");
  }

  private void assertShown(boolean expected) {
    shown.forEach(
        (address, what) -> {
          Client.Reply first = client.get(address);
          assertEquals(expected, first.text().contains(what), () -> address + " " + first.text());
          Client.Reply second = client.get(address);
          assertTrue(second.isHit(), address);
          assertEquals(first.text(), second.text());
        });
  }

  private void assertControl(String expected, String address) {
    for (int i = 0; i < 2; i++) {
      assertEquals(expected, client.get(address).field("cache-control"), address);
    }
  }
}
