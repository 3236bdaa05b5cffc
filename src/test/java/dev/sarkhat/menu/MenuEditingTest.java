package dev.sarkhat.menu;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.SqlLog;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newsroom writes its menus, each as a whole. */
@QuarkusTest
class MenuEditingTest extends ApiTest {

  private static final String MENUS = "/v1/admin/menus";

  @Inject Keys keys;
  @Inject AuditRows audit;
  @Inject @PersistenceUnitExtension SqlLog log;

  private Holder holder;
  private NewsroomClient editor;

  @BeforeEach
  void openNewsroom() {
    holder = keys.with(Role.EDITOR);
    editor = new NewsroomClient(holder);
  }

  @Test
  void aSaveIsOneRevision() {
    String slug = Newsroom.unique("menu");
    editor.post(MENUS, Map.of("slug", slug, "title", "یک")).statusCode(201);

    editor.patch(MENUS + "/" + slug, 0, Map.of("title", "دو")).header("ETag", equalTo("\"1\""));
    editor
        .patch(MENUS + "/" + slug, 1, Map.of("items", List.of(Map.of("label", "a", "path", "/a"))))
        .header("ETag", equalTo("\"2\""));
    editor
        .patch(MENUS + "/" + slug, 2, Map.of("title", "سه", "items", List.of()))
        .header("ETag", equalTo("\"3\""));
    editor.get(MENUS + "/" + slug).body("revision", equalTo(3));
  }

  @Test
  void whatReadersDoNotFindIsNotLinked() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    String slug = Newsroom.unique("menu");
    Map<String, Object> below = Map.of("label", "below", "path", "/below");
    editor
        .post(
            MENUS,
            Map.of(
                "slug",
                slug,
                "title",
                "منو",
                "items",
                List.of(
                    Map.of("label", "s", "section", section.slug(), "items", List.of(below)),
                    Map.of("label", "t", "tag", tag.slug()),
                    Map.of("label", "p", "path", "/p"))))
        .statusCode(201);
    String menu = "/v1/menus/" + slug;
    get(menu).body("items.label", equalTo(List.of("s", "t", "p")));

    Map<String, Object> unlisted = Map.of("listed", false);
    new NewsroomClient(keys.with(Role.ADMIN))
        .patch("/v1/admin/sections/" + section.slug(), 0, unlisted)
        .statusCode(200);
    editor.patch("/v1/admin/tags/" + tag.slug(), 0, unlisted).statusCode(200);
    assertHidden(get(menu), section, tag);
    assertHidden(get("/v1/menus"), section, tag);
    editor.get(MENUS + "/" + slug).body("content.items.label", equalTo(List.of("s", "t", "p")));

    newsroom.article(section).store();
    get(menu).body("items.label", equalTo(List.of("s", "p")));
    newsroom.article(section).tags(tag).store();
    get(menu).body("items.label", equalTo(List.of("s", "t", "p")));
  }

  private static void assertHidden(ValidatableResponse answer, Section section, Tag tag) {
    String text = answer.statusCode(200).extract().asString();
    for (String word : List.of(section.title(), section.slug(), tag.title(), tag.slug())) {
      assertFalse(text.contains(word), word);
    }
    List<String> tags = List.of(answer.extract().header("Surrogate-Key").split(" "));
    assertFalse(tags.contains("s" + section.id()), "the number of the section is told");
    assertFalse(tags.contains("t" + tag.id()), "the number of the tag is told");
  }

  @Test
  void aMenuIsWrittenAndReadAsAWhole() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    String slug = Newsroom.unique("menu");
    assertProblem(get("/v1/menus/" + slug), 404, "not-found");
    Map<String, Object> content =
        Map.of(
            "slug",
            slug,
            "title",
            "منو",
            "lang",
            "fa",
            "position",
            3,
            "items",
            List.of(
                Map.of(
                    "label",
                    "بخش",
                    "section",
                    section.slug(),
                    "items",
                    List.of(Map.of("label", "برچسب", "tag", tag.slug(), "items", List.of()))),
                Map.of("label", "درباره", "path", "/about", "items", List.of()),
                Map.of("label", "بیرون", "url", "https://example.org/", "items", List.of())));

    int id =
        editor
            .post(MENUS, content)
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .header("Location", endsWith("/v1/admin/menus/" + slug))
            .body("content", equalTo(content))
            .extract()
            .path("id");
    get("/v1/menus/" + slug).body("items.label", equalTo(List.of("بخش", "درباره", "بیرون")));
    editor.get(MENUS + "/" + slug).statusCode(200).body("content", equalTo(content));
    int revision = put(slug, 0, content);
    assertTrue(revision > 0, "links are rows of their own, and count as the menu");
    assertProblem(editor.put(MENUS + "/" + slug, 0, content), 412, "precondition-failed");

    editor
        .patch(
            MENUS + "/" + slug,
            revision,
            "{\"items\": [{\"label\": \"خانه\", \"path\": \"/\"}], \"title\": \"تازه\"}")
        .statusCode(200)
        .body("content.position", equalTo(3));

    get("/v1/menus/" + slug)
        .body("title", equalTo("تازه"))
        .body("items.label", equalTo(List.of("خانه")));
    List<String> rows = audit.of("menu", id);
    assertEquals(3, rows.size());
    assertTrue(rows.get(2).startsWith(holder.name() + " updateMenu "), rows::toString);
  }

  private int put(String slug, int revision, Map<String, Object> content) {
    String tag =
        editor.put(MENUS + "/" + slug, revision, content).statusCode(200).extract().header("ETag");
    return Integer.parseInt(tag.substring(1, tag.length() - 1));
  }

  @Test
  void whatIsWrongWithABodyIsNamed() {
    String slug = Newsroom.unique("menu");
    assertProblem(
            editor.post(
                MENUS,
                Map.of(
                    "slug",
                    slug,
                    "colour",
                    "red",
                    "items",
                    List.of(
                        Map.of("label", "دو", "path", "/", "tag", "x"),
                        Map.of("label", "بد", "url", "javascript:alert(1)")))),
            400,
            "invalid-body")
        .body(
            "errors.pointer", containsInAnyOrder("/title", "/colour", "/items/0", "/items/1/url"));
    for (String kind : List.of("section", "tag")) {
      assertProblem(
              editor.post(
                  MENUS,
                  Map.of(
                      "slug",
                      slug,
                      "title",
                      "منو",
                      "items",
                      List.of(Map.of("label", "هیچ", kind, "no-such-thing")))),
              400,
              "invalid-body")
          .body("errors[0].pointer", equalTo("/items/0/" + kind));
    }
    assertProblem(get("/v1/menus/" + slug), 404, "not-found");
  }

  @Test
  void aMenuKeepsItsSlug() {
    String slug = made();
    assertProblem(editor.post(MENUS, Map.of("slug", slug, "title", "منو")), 409, "conflict")
        .body("errors[0].pointer", equalTo("/slug"));
    assertProblem(editor.patch(MENUS + "/" + slug, 0, "{\"slug\": \"other\"}"), 400, "invalid-body")
        .body("errors[0].pointer", equalTo("/slug"));
  }

  @Test
  void aDeletedMenuIsGoneAtOnce() {
    String slug = made();
    get("/v1/menus").body("data.slug", hasItem(slug));
    assertProblem(editor.delete(MENUS + "/" + slug, null), 428, "precondition-required");
    editor.delete(MENUS + "/" + slug, 0).statusCode(204);
    assertProblem(get("/v1/menus/" + slug), 404, "not-found");
    get("/v1/menus").body("data.slug", not(hasItem(slug)));
    assertProblem(editor.delete(MENUS + "/" + slug, 0), 404, "not-found");
  }

  @Test
  void editorsOfEverythingWriteMenus() {
    String slug = made();
    NewsroomClient ofSection = new NewsroomClient(keys.with(Role.EDITOR, newsroom.section()));
    Map<String, Object> body = Map.of("slug", slug, "title", "منو");
    ofSection.get(MENUS + "/" + slug).statusCode(200);
    assertProblem(ofSection.post(MENUS, body), 403, "forbidden");
    assertProblem(ofSection.put(MENUS + "/" + slug, 0, body), 403, "forbidden");
    assertProblem(ofSection.patch(MENUS + "/" + slug, 0, "{}"), 403, "forbidden");
    assertProblem(ofSection.delete(MENUS + "/" + slug, 0), 403, "forbidden");
    assertProblem(new NewsroomClient(keys.withoutRole()).get(MENUS), 403, "forbidden");
    assertProblem(get(MENUS), 401, "unauthenticated");
  }

  @Test
  void allMenusCostTwoStatements() {
    made();
    made();
    assertEquals(2, log.during(() -> editor.get(MENUS).statusCode(200)).size());
  }

  private String made() {
    String slug = Newsroom.unique("menu");
    editor
        .post(
            MENUS,
            Map.of(
                "slug",
                slug,
                "title",
                "منو",
                "items",
                List.of(Map.of("label", "خانه", "path", "/"))))
        .statusCode(201);
    return slug;
  }
}
