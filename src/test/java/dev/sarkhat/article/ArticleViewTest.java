package dev.sarkhat.article;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.sarkhat.ApiTest;
import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleViewTest extends ApiTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void showsTheBodyInThreeForms() {
    long id =
        newsroom
            .article(newsroom.section())
            .body("<p>سلام <strong>جهان</strong></p><h2>میان‌تیتر</h2>")
            .store();
    get("/v1/articles/" + id)
        .statusCode(200)
        .body("id", equalTo((int) id))
        .body("body.html", equalTo("<p>سلام <strong>جهان</strong></p><h2>میان‌تیتر</h2>"))
        .body("body.text", equalTo("سلام جهان\n\nمیان‌تیتر"))
        .body("body.blocks.type", equalTo(List.of("paragraph", "heading")))
        .body("body.blocks[0].text.text", equalTo("سلام جهان"))
        .body("body.blocks[0].text.marks[0].type", equalTo("strong"))
        .body("body.blocks[0].text.marks[0].start", equalTo(5))
        .body("body.blocks[0].text.marks[0].end", equalTo(9))
        .body("body.blocks[1].level", equalTo(2));
  }

  @Test
  void showsTheOneFormAskedFor() {
    long id = newsroom.article(newsroom.section()).store();
    for (String form : List.of("html", "text", "blocks")) {
      get("/v1/articles/" + id + "?body=" + form).body("body.keySet()", equalTo(Set.of(form)));
    }
  }

  @Test
  void leavesOutABodyThatIsNotThere() {
    long id = newsroom.article(newsroom.section()).body(null).store();
    get("/v1/articles/" + id).statusCode(200).body("", not(hasKey("body")));
  }

  @Test
  void showsOnlyTheFieldsAskedFor() {
    long id = newsroom.article(newsroom.section()).store();
    get("/v1/articles/" + id + "?fields=title,body&body=text")
        .body("keySet()", equalTo(Set.of("title", "body")));
  }

  @Test
  void tellsTheDirectionOfItsLanguage() {
    Section section = newsroom.section();
    get("/v1/articles/" + newsroom.article(section).lang("en").store()).body("dir", equalTo("ltr"));
    get("/v1/articles/" + newsroom.article(section).lang("prs").store())
        .body("dir", equalTo("rtl"));
  }

  @Test
  void relatedOnesShareTagsAndTheRarerCountMore() {
    Section section = newsroom.section();
    Tag rare = newsroom.tag();
    Tag common = newsroom.tag();
    for (int i = 0; i < 10; i++) {
      newsroom.article(section).tags(common).publishedAt(NOON.minusSeconds(3600 + i)).store();
    }
    long id = newsroom.article(section).tags(rare, common).publishedAt(NOON).store();
    long newCommon =
        newsroom.article(section).tags(common).publishedAt(NOON.plusSeconds(60)).store();
    long oldRare =
        newsroom.article(section).tags(rare).publishedAt(NOON.minusSeconds(9999)).store();
    newsroom.article(section).tags(rare).status(ArticleStatus.DRAFT).store();
    get("/v1/articles/" + id + "/related?limit=2&fields=id")
        .statusCode(200)
        .body("data.id", equalTo(List.of((int) oldRare, (int) newCommon)))
        .body("page.limit", equalTo(2));
    get("/v1/articles/" + id + "?include=related")
        .body("related.size()", equalTo(5))
        .body("related[0].id", equalTo((int) oldRare))
        .body("related[0].tags[0].slug", equalTo(rare.slug()));
  }

  @Test
  void headAnswersWithoutABody() {
    long id = newsroom.article(newsroom.section()).store();
    io.restassured.RestAssured.given()
        .head("/v1/articles/" + id)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body(equalTo(""));
  }
}
