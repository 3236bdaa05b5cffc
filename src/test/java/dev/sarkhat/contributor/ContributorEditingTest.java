package dev.sarkhat.contributor;

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

/** The newsroom makes, renames and deletes contributors. */
@QuarkusTest
class ContributorEditingTest extends ApiTest {

  private static final String CONTRIBUTORS = "/v1/admin/contributors";

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
  void aNewContributorIsThereAtOnce() {
    String name = Newsroom.unique("نام");
    assertProblem(get("/v1/contributors/" + name), 404, "not-found");
    int id =
        editor
            .post(CONTRIBUTORS, Map.of("name", name, "url", "https://example.org/"))
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .body("content.slug", equalTo(name))
            .body("content.listed", equalTo(true))
            .extract()
            .path("id");

    get("/v1/contributors/" + name).statusCode(200).body("url", equalTo("https://example.org/"));
    List<String> rows = audit.of("contributor", id);
    assertTrue(rows.get(0).startsWith(holder.name() + " createContributor "), rows::toString);
  }

  @Test
  void whatIsReadIsWhatCanBePut() {
    Contributor contributor = newsroom.contributor();
    newsroom.article(newsroom.section()).contributor(contributor, ContributorRole.REPORTER).store();
    String list = "/v1/articles?contributor=";
    get(list + contributor.slug()).body("data.size()", equalTo(1));
    Map<String, Object> content = editor.get(path(contributor)).extract().path("content");
    editor.put(path(contributor), 0, content).statusCode(200).body("content", equalTo(content));
    String slug = Newsroom.unique("renamed");

    editor
        .patch(path(contributor), 0, "{\"slug\": \"" + slug + "\", \"description\": \"شرح\"}")
        .statusCode(200)
        .header("ETag", "\"1\"");

    get("/v1/contributors/" + slug).body("description", equalTo("شرح"));
    assertProblem(get("/v1/contributors/" + contributor.slug()), 404, "not-found");
    get(list + slug).body("data.size()", equalTo(1));
    assertProblem(get(list + contributor.slug()), 400, "unknown-value");
    String renamed = CONTRIBUTORS + "/" + slug;
    assertProblem(editor.patch(renamed, 0, "{}"), 412, "precondition-failed");
    assertProblem(editor.patch(renamed, null, "{}"), 428, "precondition-required");
  }

  @Test
  void aNameLeadsToOneContributor() {
    Contributor contributor = newsroom.contributor();
    assertProblem(
            editor.post(
                CONTRIBUTORS, Map.of("name", Newsroom.unique("n"), "slug", contributor.slug())),
            409,
            "conflict")
        .body("errors[0].pointer", equalTo("/slug"));
    assertProblem(
            editor.post(
                CONTRIBUTORS, Map.of("name", contributor.name(), "slug", Newsroom.unique("s"))),
            409,
            "conflict")
        .body("errors[0].pointer", equalTo("/name"));
    assertProblem(editor.post(CONTRIBUTORS, Map.of("url", "ftp://x", "id", 1)), 400, "invalid-body")
        .body("errors.pointer", containsInAnyOrder("/name", "/url", "/id", "/slug"));
  }

  @Test
  void aContributorInUseStays() {
    Contributor contributor = newsroom.contributor();
    newsroom.article(newsroom.section()).contributor(contributor, ContributorRole.REPORTER).store();
    assertProblem(editor.delete(path(contributor), 0), 409, "in-use")
        .body("detail", containsString("articles: 1."));
  }

  @Test
  void aDeletedContributorIsGoneAtOnce() {
    Contributor contributor = newsroom.contributor();
    get("/v1/contributors/" + contributor.slug()).statusCode(200);
    editor.delete(path(contributor), 0).statusCode(204);
    assertProblem(get("/v1/contributors/" + contributor.slug()), 404, "not-found");
    List<String> rows = audit.of("contributor", Objects.requireNonNull(contributor.id()));
    assertTrue(rows.get(0).startsWith(holder.name() + " deleteContributor "), rows::toString);
  }

  @Test
  void whatOnlyADraftNamesIsHidden() {
    Contributor contributor = newsroom.contributor();
    editor.patch(path(contributor), 0, "{\"listed\": false}").statusCode(200);
    newsroom
        .article(newsroom.section())
        .contributor(contributor, ContributorRole.REPORTER)
        .status(dev.sarkhat.article.ArticleStatus.DRAFT)
        .publishedAt(null)
        .store();

    assertProblem(get("/v1/contributors/" + contributor.slug()), 404, "not-found")
        .header(
            "Surrogate-Key",
            equalTo(get("/v1/contributors/none").extract().header("Surrogate-Key")));
    assertProblem(get("/v1/articles?contributor=" + contributor.slug()), 400, "unknown-value");
    assertProblem(get("/v1/resolve?path=/contributors/" + contributor.slug()), 404, "not-found");
    editor.get(CONTRIBUTORS + "?limit=100").statusCode(200);

    newsroom.article(newsroom.section()).contributor(contributor, ContributorRole.REPORTER).store();

    get("/v1/contributors/" + contributor.slug()).statusCode(200);
    get("/v1/articles?contributor=" + contributor.slug()).body("data.size()", equalTo(1));
    get("/v1/resolve?path=/contributors/" + contributor.slug())
        .body("kind", equalTo("contributor"));
  }

  @Test
  void listsShowOnlyWhatReadersFind() {
    Contributor contributor = newsroom.contributor();
    first(contributor);
    get("/v1/contributors?limit=100").body("data.slug", hasItem(contributor.slug()));
    editor.patch(path(contributor), 0, "{\"listed\": false}").statusCode(200);
    get("/v1/contributors?limit=100").body("data.slug", not(hasItem(contributor.slug())));
    editor.get(CONTRIBUTORS + "?limit=100").body("data.content.slug", hasItem(contributor.slug()));
    assertEquals(1, log.during(() -> editor.get(CONTRIBUTORS + "?limit=100")).size());
  }

  /** Puts it on the first page. */
  private void first(Contributor contributor) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery("update contributor set name = '  ' || name where id = :id")
                    .setParameter("id", contributor.id())
                    .executeUpdate());
  }

  @Test
  void editorsOfASectionMakeThemAndEditorsOfAllRemoveThem() {
    Contributor contributor = newsroom.contributor();
    Map<String, Object> body = Map.of("name", Newsroom.unique("n"));
    NewsroomClient ofSection = new NewsroomClient(keys.with(Role.EDITOR, newsroom.section()));
    NewsroomClient reporter = new NewsroomClient(keys.with(Role.REPORTER));
    reporter.get(path(contributor)).statusCode(200);
    assertProblem(reporter.post(CONTRIBUTORS, body), 403, "forbidden");
    assertProblem(reporter.put(path(contributor), 0, body), 403, "forbidden");
    assertProblem(reporter.patch(path(contributor), 0, "{}"), 403, "forbidden");
    ofSection.post(CONTRIBUTORS, body).statusCode(201);
    assertProblem(ofSection.delete(path(contributor), 0), 403, "forbidden");
    assertProblem(new NewsroomClient(keys.withoutRole()).get(CONTRIBUTORS), 403, "forbidden");
    assertProblem(get(CONTRIBUTORS), 401, "unauthenticated");
  }

  private static String path(Contributor contributor) {
    return CONTRIBUTORS + "/" + contributor.slug();
  }
}
