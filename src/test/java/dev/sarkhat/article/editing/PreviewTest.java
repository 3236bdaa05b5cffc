package dev.sarkhat.article.editing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links to previews after what they show has changed. */
@QuarkusTest
class PreviewTest extends ApiTest {

  @Inject Keys keys;
  @Inject EntityManager entities;

  private Section section;
  private NewsroomClient editor;

  @BeforeEach
  void anEditor() {
    section = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR));
  }

  @Test
  void whatWasWithdrawnShowsInNoLinkThatWasMadeBefore() {
    String title = Newsroom.unique("نادرست");
    String article = article(Map.of("title", title, "section", section.slug()));
    String ofDraft = preview(article);
    editor.act(article + "/publish", 0, null).statusCode(200);
    String ofPublished = preview(article);
    get(ofDraft).statusCode(200).body("title", equalTo(title));
    get(ofPublished).statusCode(200).body("title", equalTo(title));

    editor.act(article + "/withdraw", 1, Map.of("reason", "نادرست بود")).statusCode(200);

    assertProblem(get(ofDraft), 404, "not-found");
    assertProblem(get(ofPublished), 404, "not-found");
    // Editors may look at what is withdrawn.
    get(preview(article)).statusCode(200).body("title", equalTo(title));

    editor.act(article + "/restore", 2, null).statusCode(200);
    get(ofPublished).statusCode(200).body("title", equalTo(title));
  }

  @Test
  void ofWhatNamesSomethingDeletedNoLinkIsMade() {
    Source source = newsroom.source();
    String article =
        article(Map.of("title", "یک", "section", section.slug(), "source", source.slug()));
    String before = preview(article);
    editor.put(article, 0, Map.of("title", "دو", "section", section.slug())).statusCode(200);
    editor.delete("/v1/admin/sources/" + source.slug(), 0).statusCode(204);

    assertProblem(editor.post(article + "/previews", Map.of("revision", 0)), 409, "conflict")
        .body("detail", containsString("source that has been deleted"));
    assertProblem(get(before), 409, "conflict");
    get(preview(article)).statusCode(200).body("title", equalTo("دو"));
  }

  @Test
  void whatAnImportReplacedAtOnceCannotBeCompared() {
    String article = article(Map.of("title", "یک", "section", section.slug()));
    editor.patch(article, 0, Map.of("title", "دو")).statusCode(200);
    // As imports left it before they kept what they replaced.
    long id = Long.parseLong(article.substring(article.lastIndexOf('/') + 1));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update article_revision set content = null where article_id = :id and revision = 0")
                    .setParameter("id", id)
                    .executeUpdate());

    assertProblem(editor.get(article + "/revisions/1/difference?from=0"), 409, "conflict");
  }

  private String article(Map<String, String> content) {
    int id = editor.post("/v1/admin/articles", content).statusCode(201).extract().path("id");
    return "/v1/admin/articles/" + id;
  }

  private String preview(String article) {
    return editor.post(article + "/previews", Map.of()).statusCode(200).extract().path("path");
  }
}
