package dev.sarkhat.contributor;

import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContributorTest extends ApiTest {

  @Test
  void oneContributorTellsWhoTheyAre() {
    Contributor contributor = newsroom.contributor();
    newsroom
        .article(newsroom.section())
        .contributor(contributor, ContributorRole.PHOTOGRAPHER)
        .store();
    get("/v1/contributors/" + contributor.slug() + "?include=articleCount")
        .statusCode(200)
        .body("name", equalTo(contributor.name()))
        .body("role", equalTo("reporter"))
        .body("articleCount", equalTo(1));
  }

  @Test
  void listsPageByPage() {
    newsroom.contributor();
    newsroom.contributor();
    String next = get("/v1/contributors?limit=1").statusCode(200).extract().path("page.next");
    get(next).statusCode(200).body("data.size()", equalTo(1));
  }
}
