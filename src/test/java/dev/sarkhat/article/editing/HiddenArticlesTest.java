package dev.sarkhat.article.editing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody may see of an article tells nobody by another way that it is there. */
@QuarkusTest
class HiddenArticlesTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";

  @Inject Keys keys;
  @Inject EntityManager entities;

  private Section section;
  private NewsroomClient editor;
  private NewsroomClient stranger;

  @BeforeEach
  void people() {
    section = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    stranger = new NewsroomClient(keys.with(Role.EDITOR, newsroom.section()));
  }

  private int create(Map<String, Object> more) {
    Map<String, Object> content = new HashMap<>(more);
    content.put("title", Newsroom.unique("\u062A\u06CC\u062A\u0631"));
    content.put("section", section.slug());
    return editor.post(ARTICLES, content).statusCode(201).extract().path("id");
  }

  @Test
  void anArticlesTagsDoNotNameWhatIsRelatedAndHidden() {
    int hidden = create(Map.of());
    int shown = create(Map.of("related", List.of(hidden)));
    editor.act(ARTICLES + "/" + shown + "/publish", 0, null).statusCode(200);
    String whole = "/v1/articles/" + shown + "?include=related";
    String list = "/v1/articles/" + shown + "/related";

    assertFalse(tags(get(whole).statusCode(200).body("related", empty())).contains("a" + hidden));
    assertFalse(tags(get(list).statusCode(200).body("data", empty())).contains("a" + hidden));

    // The answers that are kept know that it has come.
    editor.act(ARTICLES + "/" + hidden + "/publish", 0, null).statusCode(200);
    get(whole).body("related.id", contains(hidden));
    get(list).body("data.id", contains(hidden));
    editor
        .act(ARTICLES + "/" + hidden + "/withdraw", 1, Map.of("reason", "\u063A\u0644\u0637"))
        .statusCode(200);
    get(whole).body("related", empty());
    editor.act(ARTICLES + "/" + hidden + "/restore", 2, null).statusCode(200);
    get(whole).body("related.id", contains(hidden));
  }

  private static List<String> tags(ValidatableResponse response) {
    return Arrays.asList(response.extract().header("Surrogate-Key").split(" "));
  }

  @Test
  void whoMayNotSeeAnArticleDoesNotWaitForItsWriter() {
    long id = create(Map.of());

    // Were the stranger to wait for the lock, the answer would be 503.
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.find(dev.sarkhat.article.Article.class, id, LockModeType.PESSIMISTIC_WRITE);
              assertProblem(
                  stranger.patch(ARTICLES + "/" + id, 0, Map.of("lead", "x")), 404, "not-found");
              assertProblem(
                  stranger.act(ARTICLES + "/" + id + "/publish", 0, null), 404, "not-found");
            });
  }

  @Test
  void aTakenNumberIsTheirsWhoMaySeeIt() {
    Source source = newsroom.source();
    Map<String, Object> number =
        Map.of("externalId", Newsroom.unique("n"), "source", source.slug());
    int id = create(number);

    Map<String, Object> again = new HashMap<>(number);
    again.put("title", "x");
    again.put("section", section.slug());
    assertProblem(editor.post(ARTICLES, again), 409, "conflict")
        .body("errors[0].pointer", equalTo("/externalId"))
        .body("detail", containsString(String.valueOf(id)));

    Section elsewhere = newsroom.section();
    again.put("section", elsewhere.slug());
    assertProblem(
            new NewsroomClient(keys.with(Role.EDITOR, elsewhere)).post(ARTICLES, again),
            409,
            "conflict")
        .body("errors[0].pointer", equalTo("/externalId"))
        .body("detail", not(containsString(String.valueOf(id))))
        .body("detail", equalTo("This number cannot be had at this source."));
  }
}
