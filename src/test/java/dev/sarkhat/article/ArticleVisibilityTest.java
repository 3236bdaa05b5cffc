package dev.sarkhat.article;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.ApiTest;
import dev.sarkhat.TestClock;
import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ArticleVisibilityTest extends ApiTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Inject TestClock clock;

  @AfterEach
  void run() {
    clock.run();
  }

  @ParameterizedTest
  @EnumSource(
      value = ArticleStatus.class,
      names = {"DRAFT", "IN_REVIEW"})
  void whatIsNotPublicAnswersAsWhatNeverWas(ArticleStatus status) {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    long id = newsroom.article(section).tags(tag).status(status).store();
    assertHidden(id, section, tag);
  }

  @Test
  void scheduledArticleAppearsExactlyAtItsInstant() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    long id =
        newsroom
            .article(section)
            .tags(tag)
            .status(ArticleStatus.SCHEDULED)
            .publishedAt(NOON)
            .store();
    clock.stopAt(NOON.minusMillis(1));
    assertHidden(id, section, tag);
    clock.stopAt(NOON);
    assertShown(id, section, tag);
  }

  @Test
  void publishedArticleDisappearsExactlyAtItsExpiry() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    long id =
        newsroom
            .article(section)
            .tags(tag)
            .publishedAt(NOON.minusSeconds(9))
            .expireAt(NOON)
            .store();
    clock.stopAt(NOON.minusMillis(1));
    assertShown(id, section, tag);
    clock.stopAt(NOON);
    assertHidden(id, section, tag);
  }

  @Test
  void withdrawnArticleLeavesATombstoneAndNothingElse() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    long id =
        newsroom.article(section).tags(tag).status(ArticleStatus.WITHDRAWN).updatedAt(NOON).store();
    assertProblem(get("/v1/articles/" + id), 410, "gone")
        .body("tombstone.id", equalTo((int) id))
        .body("tombstone.withdrawnAt", equalTo("2026-11-20T12:00:00.000Z"))
        .body("tombstone.reason", equalTo("خبر نادرست بود."));
    assertProblem(get("/v1/resolve?path=/news/" + id + "/x"), 410, "gone");
    assertListed(section, tag, List.of());
  }

  private static void assertShown(long id, Section section, Tag tag) {
    get("/v1/articles/" + id).statusCode(200);
    assertListed(section, tag, List.of((int) id));
  }

  private static void assertHidden(long id, Section section, Tag tag) {
    String hidden = problem("/v1/articles/" + id);
    String unknown = problem("/v1/articles/987654321987");
    assertEquals(unknown.replace("987654321987", String.valueOf(id)), hidden);
    assertProblem(get("/v1/articles/" + id + "/related"), 404, "not-found");
    assertProblem(get("/v1/resolve?path=/news/" + id + "/x"), 404, "not-found");
    get("/v1/articles?ids=" + id).body("data", empty());
    assertListed(section, tag, List.of());
  }

  private static String problem(String address) {
    String body = assertProblem(get(address), 404, "not-found").extract().asString();
    return body.replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }

  private static void assertListed(Section section, Tag tag, List<Integer> ids) {
    for (String filter : List.of("section=" + section.slug(), "tag=" + tag.slug())) {
      for (String sort : List.of("-publishedAt", "publishedAt", "-updatedAt")) {
        get("/v1/articles?" + filter + "&count=exact&sort=" + sort)
            .body("data.id", equalTo(ids))
            .body("page.total", equalTo(ids.size()));
      }
    }
    get("/v1/tags/" + tag.slug() + "?include=articleCount")
        .body("articleCount", equalTo(ids.size()));
    get("/v1/sections/" + section.slug() + "?include=articleCount")
        .body("articleCount", equalTo(ids.size()));
  }
}
