package dev.sarkhat.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Role;
import dev.sarkhat.change.ChangeTailer;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.IndexedArticle;
import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchIndexTest extends ApiTest {

  @Inject Keys keys;
  @Inject SearchEngine engine;
  @Inject ArchiveReader archive;
  @Inject ChangeTailer tailer;

  private RequestSpecification operator() {
    return given().header("Authorization", "Bearer " + keys.with(Role.ADMIN).text());
  }

  private ValidatableResponse check(String parameters) {
    return operator().post("/v1/admin/search/check" + parameters).then();
  }

  private String title() {
    return "نمایه" + Newsroom.unique("").replaceAll("[^0-9a-z]", "");
  }

  /** Until nothing is built any longer, and the index knows of all that was written. */
  private void settle() {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (engine.building().isPresent()
        || !engine.knows(tailer.number(), Duration.ofSeconds(20))) {
      assertTrue(System.nanoTime() < deadline);
    }
  }

  @Test
  void tellsHowItStands() {
    newsroom.section();
    operator()
        .get("/v1/admin/search")
        .then()
        .statusCode(200)
        .body("engine", oneOf("lucene", "opensearch"))
        .body("state", oneOf("following", "building"))
        .body("head", greaterThan(0))
        .body("trouble", nullValue());
    get("/health/ready").body("checks.find{it.name=='search'}.status", equalTo("UP"));
  }

  @Test
  void findsAndRepairsWhatDiffers() throws SQLException {
    Section section = newsroom.section();
    String title = title();
    long missing = newsroom.article(section).title(title).store();
    long outdated = newsroom.article(section).title(title).store();
    settle();
    String stretch = "?after=" + (missing - 1);
    check(stretch).statusCode(200).body("missing", not(hasItem((int) missing)));
    SearchIndex index = engine.index();
    IndexedArticle other = archive.articles(List.of(outdated)).articles().get(0);
    IndexedArticle changed =
        new IndexedArticle(
            other.id(),
            other.type(),
            other.lang(),
            other.publishedAt(),
            other.expireAt(),
            other.sections(),
            other.tags(),
            other.sources(),
            other.contributors(),
            other.words(),
            other.digest() + 1);
    IndexedArticle surplus =
        new IndexedArticle(
            outdated + 1_000_000_000,
            other.type(),
            other.lang(),
            other.publishedAt(),
            other.expireAt(),
            other.sections(),
            other.tags(),
            other.sources(),
            other.contributors(),
            other.words(),
            1);
    index.apply(
        new IndexChanges(List.of(changed, surplus), Set.of(missing), List.of(), Set.of()),
        index.position().orElseThrow());
    check(stretch)
        .statusCode(200)
        .body("kind", equalTo("article"))
        .body("missing", hasItem((int) missing))
        .body("outdated", hasItem((int) outdated))
        .body("repaired", equalTo(false));
    check("?after=" + (surplus.id() - 1))
        .statusCode(200)
        .body("surplus", equalTo(List.of((int) surplus.id())));
    check(stretch + "&repair=true").statusCode(200).body("repaired", equalTo(true));
    check("?repair=true&after=" + (surplus.id() - 1)).statusCode(200);
    check(stretch)
        .body("missing", not(hasItem((int) missing)))
        .body("outdated", not(hasItem((int) outdated)));
    check("?after=" + (surplus.id() - 1)).body("surplus", empty()).body("nextAfter", nullValue());
    get("/v1/search?q=" + title + "&section=" + section.slug()).body("page.total", equalTo(2));
  }

  @Test
  void comparesNames() {
    newsroom.article(newsroom.section()).tags(newsroom.tag()).store();
    settle();
    for (String kind : List.of("section", "tag", "source", "contributor")) {
      check("?kind=" + kind)
          .statusCode(200)
          .body("kind", equalTo(kind))
          .body("missing", empty())
          .body("outdated", empty())
          .body("surplus", empty());
    }
  }

  @Test
  void isBuiltAnewWhileItAnswers() {
    Section section = newsroom.section();
    String title = title();
    newsroom.article(section).title(title).store();
    operator()
        .header("Idempotency-Key", Newsroom.unique("build"))
        .post("/v1/admin/search/build")
        .then()
        .statusCode(202);
    get("/v1/search?q=" + title + "&section=" + section.slug())
        .statusCode(200)
        .body("page.total", equalTo(1));
    long later = newsroom.article(section).title(title).store();
    get("/v1/search?q=" + title + "&section=" + section.slug())
        .statusCode(200)
        .body("data.article.id", hasItem((int) later));
  }

  @Test
  void namesWhatIsWrong() {
    assertProblem(check("?kind=menu"), 400, "invalid-parameter")
        .body("errors[0].parameter", equalTo("kind"));
    assertProblem(check("?after=x"), 400, "invalid-parameter")
        .body("errors[0].parameter", equalTo("after"));
    assertProblem(check("?repair=yes"), 400, "invalid-parameter")
        .body("errors[0].parameter", equalTo("repair"));
  }
}
