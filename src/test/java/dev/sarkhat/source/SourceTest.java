package dev.sarkhat.source;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.sarkhat.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceTest extends ApiTest {

  @Test
  void countsItsPublicArticles() {
    Source source = newsroom.source();
    newsroom.article(newsroom.section()).source(source).store();
    get("/v1/sources/" + source.slug() + "?include=articleCount")
        .statusCode(200)
        .body("title", equalTo(source.title()))
        .body("path", equalTo("/sources/" + source.slug()))
        .body("articleCount", equalTo(1));
  }

  @Test
  void listsPageByPage() {
    newsroom.source();
    newsroom.source();
    String next =
        get("/v1/sources?limit=1&include=articleCount")
            .statusCode(200)
            .body("data.size()", equalTo(1))
            .extract()
            .path("page.next");
    get(next).statusCode(200).body("data[0].id", greaterThan(0));
  }
}
