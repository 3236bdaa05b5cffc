package dev.sarkhat.article.editing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Related articles that somebody has chosen who sees more than whoever saves next. */
@QuarkusTest
class RelatedChoiceTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";

  @Inject Keys keys;

  private NewsroomClient editor;
  private NewsroomClient reporter;
  private Map<String, Object> content;
  private String article;
  private int chosen;
  private int hidden;

  @BeforeEach
  void anEditorChooses() {
    Section section = newsroom.section();
    Section elsewhere = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR));
    reporter = new NewsroomClient(keys.with(Role.REPORTER, section));
    chosen = create(editor, Map.of("title", "برگزیده", "section", elsewhere.slug()));
    hidden = create(editor, Map.of("title", "پنهان", "section", elsewhere.slug()));
    content = Map.of("title", "یک", "section", section.slug());
    article = ARTICLES + "/" + create(reporter, content);
    editor.patch(article, 0, Map.of("related", List.of(chosen))).statusCode(200);
  }

  @Test
  void whoeverCannotSeeItMayKeepIt() {
    assertProblem(reporter.get(ARTICLES + "/" + chosen), 404, "not-found");

    reporter
        .patch(article, 1, Map.of("title", "دو"))
        .statusCode(200)
        .body("content.title", equalTo("دو"))
        .body("content.related", contains(chosen));
    Object read = reporter.get(article).extract().path("content");
    reporter.put(article, 2, read).statusCode(200).body("content.related", contains(chosen));
  }

  @Test
  void whoeverCannotSeeItMayTakeItAwayAndNotPutItBack() {
    reporter.put(article, 1, content).statusCode(200);

    assertRefused(reporter.patch(article, 2, Map.of("related", List.of(chosen))), 0);
  }

  @Test
  void whatTheyCannotSeeThemselvesTheyCannotChoose() {
    assertRefused(reporter.patch(article, 1, Map.of("related", List.of(chosen, hidden))), 1);
    editor.patch(article, 1, Map.of("related", List.of(chosen, hidden))).statusCode(200);
  }

  private static void assertRefused(
      io.restassured.response.ValidatableResponse response, int index) {
    assertProblem(response, 400, "invalid-body")
        .body("errors.pointer", contains("/related/" + index))
        .body("errors[0].detail", equalTo("is the number of no article"));
  }

  private static int create(NewsroomClient client, Map<String, Object> content) {
    return client.post(ARTICLES, content).statusCode(201).extract().path("id");
  }
}
