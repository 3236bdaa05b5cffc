package dev.sarkhat.source;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.SqlLog;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newsroom makes, renames and deletes sources. */
@QuarkusTest
class SourceEditingTest extends ApiTest {

  private static final String SOURCES = "/v1/admin/sources";

  @Inject Keys keys;
  @Inject AuditRows audit;
  @Inject EntityManager entityManager;
  @Inject @PersistenceUnitExtension SqlLog log;

  private Holder holder;
  private NewsroomClient editor;

  @BeforeEach
  void openNewsroom() {
    holder = keys.with(Role.EDITOR);
    editor = new NewsroomClient(holder);
  }

  @Test
  void aNewSourceIsThereAtOnce() {
    String title = Newsroom.unique("نام");
    assertProblem(get("/v1/sources/" + title), 404, "not-found");
    int id =
        editor
            .post(SOURCES, Map.of("title", title, "url", "https://example.org/"))
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .body("content.slug", equalTo(title))
            .body("content.listed", equalTo(true))
            .extract()
            .path("id");

    get("/v1/sources/" + title).statusCode(200).body("url", equalTo("https://example.org/"));
    List<String> rows = audit.of("source", id);
    assertTrue(rows.get(0).startsWith(holder.name() + " createSource "), rows::toString);
  }

  @Test
  void whatIsReadIsWhatCanBePut() {
    Source source = newsroom.source();
    newsroom.article(newsroom.section()).source(source).store();
    String list = "/v1/articles?source=";
    get(list + source.slug()).body("data.size()", equalTo(1));
    Map<String, Object> content = editor.get(path(source)).extract().path("content");
    editor.put(path(source), 0, content).statusCode(200).body("content", equalTo(content));
    String slug = Newsroom.unique("renamed");

    editor
        .patch(path(source), 0, "{\"slug\": \"" + slug + "\", \"description\": \"شرح\"}")
        .statusCode(200)
        .header("ETag", "\"1\"");

    get("/v1/sources/" + slug).body("description", equalTo("شرح"));
    assertProblem(get("/v1/sources/" + source.slug()), 404, "not-found");
    get(list + slug).body("data.size()", equalTo(1));
    assertProblem(get(list + source.slug()), 400, "unknown-value");
    String renamed = SOURCES + "/" + slug;
    assertProblem(editor.patch(renamed, 0, "{}"), 412, "precondition-failed");
    assertProblem(editor.patch(renamed, null, "{}"), 428, "precondition-required");
  }

  @Test
  void aNameLeadsToOneSource() {
    Source source = newsroom.source();
    assertProblem(
            editor.post(SOURCES, Map.of("title", Newsroom.unique("n"), "slug", source.slug())),
            409,
            "conflict")
        .body("errors[0].pointer", equalTo("/slug"));
    assertProblem(
            editor.post(SOURCES, Map.of("title", source.title(), "slug", Newsroom.unique("s"))),
            409,
            "conflict")
        .body("errors[0].pointer", equalTo("/title"));
    assertProblem(editor.post(SOURCES, Map.of("url", "ftp://x", "id", 1)), 400, "invalid-body")
        .body("errors.pointer", containsInAnyOrder("/title", "/url", "/id", "/slug"));
  }

  @Test
  void aSourceInUseStays() {
    Source source = newsroom.source();
    newsroom.article(newsroom.section()).source(source).store();
    assertProblem(editor.delete(path(source), 0), 409, "in-use")
        .body("detail", containsString("articles: 1."));
  }

  @Test
  void aDeletedSourceIsGoneAtOnce() {
    Source source = newsroom.source();
    get("/v1/sources/" + source.slug()).statusCode(200);
    editor.delete(path(source), 0).statusCode(204);
    assertProblem(get("/v1/sources/" + source.slug()), 404, "not-found");
    List<String> rows = audit.of("source", Objects.requireNonNull(source.id()));
    assertTrue(rows.get(0).startsWith(holder.name() + " deleteSource "), rows::toString);
  }

  @Test
  void whatOnlyADraftNamesIsHidden() {
    Source source = newsroom.source();
    editor.patch(path(source), 0, "{\"listed\": false}").statusCode(200);
    newsroom
        .article(newsroom.section())
        .source(source)
        .status(dev.sarkhat.article.ArticleStatus.DRAFT)
        .publishedAt(null)
        .store();

    assertProblem(get("/v1/sources/" + source.slug()), 404, "not-found")
        .header(
            "Surrogate-Key", equalTo(get("/v1/sources/none").extract().header("Surrogate-Key")));
    assertProblem(get("/v1/articles?source=" + source.slug()), 400, "unknown-value");
    assertProblem(get("/v1/resolve?path=/sources/" + source.slug()), 404, "not-found");
    editor.get(SOURCES + "?limit=100").statusCode(200);

    newsroom.article(newsroom.section()).source(source).store();

    get("/v1/sources/" + source.slug()).statusCode(200);
    get("/v1/articles?source=" + source.slug()).body("data.size()", equalTo(1));
    get("/v1/resolve?path=/sources/" + source.slug()).body("kind", equalTo("source"));
  }

  @Test
  void listsShowOnlyWhatReadersFind() {
    Source source = newsroom.source();
    first(source);
    get("/v1/sources?limit=100").body("data.slug", hasItem(source.slug()));
    editor.patch(path(source), 0, "{\"listed\": false}").statusCode(200);
    get("/v1/sources?limit=100").body("data.slug", not(hasItem(source.slug())));
    editor.get(SOURCES + "?limit=100").body("data.content.slug", hasItem(source.slug()));
    assertEquals(1, log.during(() -> editor.get(SOURCES + "?limit=100")).size());
  }

  /** Puts it on the first page. */
  private void first(Source source) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery("update source set title = '  ' || title where id = :id")
                    .setParameter("id", source.id())
                    .executeUpdate());
  }

  @Test
  void editorsOfASectionMakeThemAndEditorsOfAllRemoveThem() {
    Source source = newsroom.source();
    Map<String, Object> body = Map.of("title", Newsroom.unique("n"));
    NewsroomClient ofSection = new NewsroomClient(keys.with(Role.EDITOR, newsroom.section()));
    NewsroomClient reporter = new NewsroomClient(keys.with(Role.REPORTER));
    reporter.get(path(source)).statusCode(200);
    assertProblem(reporter.post(SOURCES, body), 403, "forbidden");
    assertProblem(reporter.put(path(source), 0, body), 403, "forbidden");
    assertProblem(reporter.patch(path(source), 0, "{}"), 403, "forbidden");
    ofSection.post(SOURCES, body).statusCode(201);
    assertProblem(ofSection.delete(path(source), 0), 403, "forbidden");
    assertProblem(new NewsroomClient(keys.withoutRole()).get(SOURCES), 403, "forbidden");
    assertProblem(get(SOURCES), 401, "unauthenticated");
  }

  private static String path(Source source) {
    return SOURCES + "/" + source.slug();
  }
}
