package dev.sarkhat.article;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.sarkhat.ApiTest;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleListTest extends ApiTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void showsTheNewestFirstWithEverythingButTheBody() {
    Section section = newsroom.section();
    Source source = newsroom.source();
    Tag first = newsroom.tag();
    Tag second = newsroom.tag();
    Contributor reporter = newsroom.contributor();
    long older = newsroom.article(section).publishedAt(NOON).store();
    long newer =
        newsroom
            .article(section)
            .publishedAt(NOON.plusMillis(1))
            .source(source)
            .tags(first, second)
            .contributor(reporter, ContributorRole.TRANSLATOR)
            .store();
    get("/v1/articles?section=" + section.slug())
        .statusCode(200)
        .body("data.id", equalTo(List.of((int) newer, (int) older)))
        .body("data[0].publishedAt", equalTo("2026-11-20T12:00:00.001Z"))
        .body("data[0].dir", equalTo("rtl"))
        .body("data[0].section.slug", equalTo(section.slug()))
        .body("data[0].source.slug", equalTo(source.slug()))
        .body("data[0].tags.slug", equalTo(List.of(first.slug(), second.slug())))
        .body("data[0].contributors[0].role", equalTo("translator"))
        .body("data[0].path", startsWith("/news/" + newer + "/"))
        .body("data[0].url", startsWith("https://www.example.org/news/"))
        .body("data[0]", not(hasKey("body")))
        .body("data[0]", not(hasKey("publishedAtText")))
        .body("data[1]", not(hasKey("source")))
        .body("data[1].tags", empty())
        .body("page.limit", equalTo(20))
        .body("page.next", nullValue())
        .body("page.total", nullValue());
  }

  @Test
  void sectionTakesItsSubtree() {
    Section parent = newsroom.section();
    Section child = newsroom.section(parent);
    Section grandchild = newsroom.section(child);
    long id = newsroom.article(grandchild).store();
    for (Section each : List.of(parent, child, grandchild)) {
      get("/v1/articles?section=" + each.slug()).body("data.id", equalTo(List.of((int) id)));
    }
    get("/v1/articles?section=" + parent.slug() + "&excludeSection=" + child.slug())
        .body("data", empty());
  }

  @Test
  void commaIsOrAndRepetitionIsAnd() {
    Section section = newsroom.section();
    Tag a = newsroom.tag();
    Tag b = newsroom.tag();
    long onlyA = newsroom.article(section).tags(a).publishedAt(NOON).store();
    long onlyB = newsroom.article(section).tags(b).publishedAt(NOON.plusSeconds(1)).store();
    long both = newsroom.article(section).tags(a, b).publishedAt(NOON.plusSeconds(2)).store();
    assertIds("tag=" + a.slug(), both, onlyA);
    assertIds("tag=" + a.slug() + "," + b.slug(), both, onlyB, onlyA);
    assertIds("tag=" + a.slug() + "&tag=" + b.slug(), both);
    assertIds("tag=" + a.slug() + "&excludeTag=" + b.slug(), onlyA);
    assertIds("tag=" + a.slug() + "," + b.slug() + "&sort=publishedAt", onlyA, onlyB, both);
  }

  @Test
  void filtersBySourceContributorTypeLanguageNumberAndTime() {
    Section section = newsroom.section();
    Source source = newsroom.source();
    Contributor contributor = newsroom.contributor();
    long plain = newsroom.article(section).publishedAt(NOON).store();
    long rich =
        newsroom
            .article(section)
            .source(source)
            .contributor(contributor, ContributorRole.REPORTER)
            .type(ArticleType.INTERVIEW)
            .lang("en")
            .publishedAt(NOON.plusSeconds(60))
            .store();
    String here = "section=" + section.slug();
    assertIds("source=" + source.slug(), rich);
    assertIds("contributor=" + contributor.slug(), rich);
    assertIds(here + "&type=interview", rich);
    assertIds(here + "&type=interview,news", rich, plain);
    assertIds(here + "&lang=en", rich);
    assertIds(here + "&lang=fa,EN", rich, plain);
    assertIds("ids=" + plain + "," + rich, rich, plain);
    assertIds("ids=" + plain + ",999999999999", plain);
    assertIds(here + "&from=2026-11-20T12:01:00Z", rich);
    assertIds(here + "&to=2026-11-20T12:01:00Z", plain);
    assertIds(here + "&from=2026-11-20T15:30:00%2B03:30&to=2026-11-20T12:00:01Z", plain);
    assertIds(here + "&source=" + source.slug() + "&type=news");
  }

  @Test
  void sortsByTheLastUpdate() {
    Section section = newsroom.section();
    long first = newsroom.article(section).publishedAt(NOON).updatedAt(NOON.plusSeconds(9)).store();
    long second =
        newsroom.article(section).publishedAt(NOON.plusSeconds(1)).updatedAt(NOON).store();
    assertIds("section=" + section.slug() + "&sort=-updatedAt", first, second);
  }

  @Test
  void walksEveryPageOnceEvenWithinOneMillisecond() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    List<Integer> stored = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant at = i < 5 ? NOON : NOON.minusSeconds(i);
      stored.add((int) newsroom.article(section).tags(tag).publishedAt(at).store());
    }
    for (String sort : List.of("-publishedAt", "publishedAt", "-updatedAt")) {
      List<Integer> walked = walk("/v1/articles?tag=" + tag.slug() + "&limit=2&sort=" + sort);
      assertEquals(7, walked.size(), sort);
      assertEquals(stored.stream().sorted().toList(), walked.stream().sorted().toList(), sort);
    }
  }

  private static List<Integer> walk(String address) {
    List<Integer> ids = new ArrayList<>();
    String next = address;
    while (next != null) {
      ExtractableResponse<Response> page = get(next).statusCode(200).extract();
      ids.addAll(page.jsonPath().getList("data.id", Integer.class));
      String link = page.header("Link");
      next = page.path("page.next");
      assertEquals(next == null ? null : "<" + next + ">; rel=\"next\"", link);
    }
    return ids;
  }

  @Test
  void publishingWhileAReaderPagesNeitherSkipsNorRepeats() {
    Section section = newsroom.section();
    long third = newsroom.article(section).publishedAt(NOON).store();
    long second = newsroom.article(section).publishedAt(NOON.plusSeconds(1)).store();
    long first = newsroom.article(section).publishedAt(NOON.plusSeconds(2)).store();
    ExtractableResponse<Response> page =
        get("/v1/articles?limit=2&section=" + section.slug())
            .body("data.id", equalTo(List.of((int) first, (int) second)))
            .extract();
    newsroom.article(section).publishedAt(NOON.plusSeconds(3)).store();
    String next = page.path("page.next");
    assertNotNull(next);
    get(next).body("data.id", equalTo(List.of((int) third))).body("page.next", nullValue());
  }

  @Test
  void countsWhenAsked() {
    Section section = newsroom.section();
    Tag a = newsroom.tag();
    Tag b = newsroom.tag();
    newsroom.article(section).tags(a, b).store();
    newsroom.article(section).tags(a).store();
    String either = "/v1/articles?limit=1&tag=" + a.slug() + "," + b.slug();
    get(either + "&count=exact")
        .body("page.total", equalTo(2))
        .body("page.totalRelation", equalTo("exact"));
    get(either + "&count=capped")
        .body("page.total", equalTo(2))
        .body("page.totalRelation", equalTo("exact"));
  }

  @Test
  void showsOnlyTheFieldsAskedFor() {
    Section section = newsroom.section();
    newsroom.article(section).store();
    get("/v1/articles?section=" + section.slug() + "&fields=id,title,section")
        .body("data[0].keySet()", equalTo(java.util.Set.of("id", "title", "section")));
  }

  @Test
  void jalaliAddsATextAndChangesNothingElse() {
    Section section = newsroom.section();
    newsroom.article(section).publishedAt(Instant.parse("2015-11-25T15:00:00Z")).store();
    get("/v1/articles?calendar=jalali&section=" + section.slug())
        .body("data[0].publishedAt", equalTo("2015-11-25T15:00:00.000Z"))
        .body("data[0].publishedAtText", equalTo("۴ آذر ۱۳۹۴، ۱۸:۳۰"));
  }

  @Test
  void linksKeepTheFiltersAndDropTrackers() {
    Section section = newsroom.section();
    newsroom.article(section).store();
    newsroom.article(section).store();
    String next =
        get("/v1/articles?section=" + section.slug() + "&limit=1&utm_source=x&fbclid=y&gclid=z")
            .statusCode(200)
            .extract()
            .path("page.next");
    org.hamcrest.MatcherAssert.assertThat(
        next,
        allOf(
            startsWith("/v1/articles?limit=1&section=" + section.slug() + "&cursor="),
            not(containsString("utm"))));
  }

  @Test
  void excerptIsTheLeadCutAtAWord() {
    Section section = newsroom.section();
    newsroom.article(section).lead("واژه ".repeat(100).strip()).store();
    newsroom.article(section).lead(null).body("<p>متن</p>").store();
    get("/v1/articles?section=" + section.slug())
        .body("data.excerpt", hasItem(org.hamcrest.Matchers.endsWith("واژه…")))
        .body("data.excerpt", hasItem("متن"))
        .body("data.excerpt", everyItem(not(containsString("\n"))))
        .body("data", hasSize(2));
  }

  private static void assertIds(String query, long... ids) {
    List<Integer> expected = java.util.Arrays.stream(ids).mapToObj(id -> (int) id).toList();
    get("/v1/articles?" + query).statusCode(200).body("data.id", equalTo(expected));
  }
}
