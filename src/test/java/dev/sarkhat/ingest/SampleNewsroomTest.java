package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.sarkhat.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a first start shows. */
@QuarkusTest
class SampleNewsroomTest extends ApiTest {

  private static final String TITLE = "اولاند: به سوریه نیروی نظامی نمیفرستیم";

  @Inject SampleNewsroom sample;
  @Inject EntityManager entityManager;

  @BeforeEach
  void load() throws IOException {
    sample.load();
  }

  @Test
  void internationalSectionListsTheCutTeaserAndTheWholeArticle() {
    get("/v1/articles?section=international&limit=100")
        .statusCode(200)
        .body("data.title", hasItem(TITLE))
        .body("data.title", hasItem(startsWith("پولیتیکو: آمریکا درحال برگزاری")))
        .body(
            "data.find { it.title.startsWith('پولیتیکو') }.lead",
            org.hamcrest.Matchers.endsWith("غزه پس…"));
  }

  @Test
  void articleIsShownWholeWithItsHalfSpacesStillLost() {
    int id =
        get("/v1/articles?section=international&limit=100&to=2016-01-01T00:00:00Z")
            .extract()
            .path("data.find { it.title == '" + TITLE + "' }.id");
    get("/v1/articles/" + id + "?calendar=jalali")
        .statusCode(200)
        .body("title", equalTo(TITLE))
        .body("publishedAt", equalTo("2015-11-25T15:00:00.000Z"))
        .body("publishedAtText", equalTo("۴ آذر ۱۳۹۴، ۱۸:۳۰"))
        .body("section.slug", equalTo("international"))
        .body("source.title", equalTo("ایسنا"))
        .body("originalSource.title", equalTo("خبرگزاری اسپوتنیک"))
        .body("tags.title", equalTo(List.of("اخبار", "اخبار بین الملل", "فرانسوا اولاند")))
        .body("body.blocks", hasSize(11))
        .body("body.blocks.type", everyItem(equalTo("paragraph")))
        .body("body.text", org.hamcrest.Matchers.containsString("دادههای اطلاعاتی"));
  }

  @Test
  void sectionsAndMenusAreThoseOfThePage() {
    get("/v1/sections")
        .body(
            "data.slug",
            hasItems(
                "newspaper",
                "politics-society",
                "international",
                "accidents",
                "economy",
                "sport",
                "university"));
    get("/v1/menus")
        .body("data.title", hasItems("سیاست و اقتصاد با بیتوته", "همچنین در بیتوته بخوانید"));
  }

  @Test
  void whatIsHiddenStaysHidden() {
    for (String externalId : List.of("sk-1018", "sk-1048", "sk-1049", "sk-1067")) {
      String title = titleOf(externalId);
      get("/v1/articles?limit=100").body("data.title", not(hasItem(title)));
    }
  }

  private String titleOf(String externalId) {
    return (String)
        entityManager
            .createNativeQuery("select title from article where external_id = :id", String.class)
            .setParameter("id", externalId)
            .getSingleResult();
  }
}
