package dev.sarkhat.section;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newsroom makes sections, changes them and deletes them. */
@QuarkusTest
class SectionEditingTest extends ApiTest {

  private static final String SECTIONS = "/v1/admin/sections";

  @Inject Keys keys;
  @Inject AuditRows audit;

  private Holder holder;
  private NewsroomClient admin;

  @BeforeEach
  void openNewsroom() {
    holder = keys.with(Role.ADMIN);
    admin = new NewsroomClient(holder);
  }

  @Test
  void aNewSectionIsThereAtOnce() {
    Section parent = newsroom.section();
    newsroom.section(parent);
    get("/v1/sections/" + parent.slug()).statusCode(200);
    String slug = Newsroom.unique("new");

    int id =
        admin
            .post(
                SECTIONS,
                Map.of("slug", slug, "title", "بين الملل", "parent", parent.slug(), "lang", "FA"))
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .header("Location", endsWith("/v1/admin/sections/" + slug))
            .header("Cache-Control", "private, no-store")
            .body("path", equalTo("/" + parent.slug() + "/" + slug))
            .body("content.title", equalTo("بین الملل"))
            .body("content.lang", equalTo("fa"))
            .body("content.position", equalTo(1))
            .extract()
            .path("id");

    get("/v1/sections/" + parent.slug()).body("children.slug", hasItem(slug));
    List<String> rows = audit.of("section", id);
    assertEquals(1, rows.size());
    assertTrue(rows.get(0).startsWith(holder.name() + " createSection "), rows::toString);
    assertTrue(rows.get(0).contains("\"/slug\""), rows::toString);
  }

  @Test
  void whatIsWrongWithABodyIsNamed() {
    assertProblem(
            admin.post(
                SECTIONS,
                Map.of("slug", "Not a slug", "position", -1, "id", 5, "parent", "no-such-section")),
            400,
            "invalid-body")
        .body(
            "errors.pointer",
            org.hamcrest.Matchers.containsInAnyOrder("/slug", "/title", "/position", "/id"));
    assertProblem(
            admin.post(
                SECTIONS,
                Map.of("slug", Newsroom.unique("s"), "title", "ورزش", "parent", "no-such-section")),
            400,
            "invalid-body")
        .body("errors[0].pointer", equalTo("/parent"));
  }

  @Test
  void aTakenSlugIsRefused() {
    Section section = newsroom.section();
    assertProblem(
            admin.post(SECTIONS, Map.of("slug", section.slug(), "title", "ورزش")), 409, "conflict")
        .body("errors[0].pointer", equalTo("/slug"));
    Section other = newsroom.section();
    assertProblem(
            admin.patch(path(other), 0, "{\"slug\": \"" + section.slug() + "\"}"), 409, "conflict")
        .body("errors[0].pointer", equalTo("/slug"));
  }

  @Test
  void whatIsReadIsWhatCanBePut() {
    Section section = newsroom.section(newsroom.section());
    Map<String, Object> content =
        admin.get(path(section)).statusCode(200).header("ETag", "\"0\"").extract().path("content");

    admin
        .put(path(section), 0, content)
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("content", equalTo(content));
    admin
        .patch(path(section), 0, "{\"description\": \"شرح\"}")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("content.description", equalTo("شرح"))
        .body("content.title", equalTo(section.title()));
    admin
        .patch(path(section), 1, "{\"description\": null}")
        .statusCode(200)
        .body("content", equalTo(content));
    get("/v1/sections/" + section.slug()).statusCode(200);
  }

  @Test
  void aChangeNamesTheRevisionItIsAChangeOf() {
    Section section = newsroom.section();
    admin.patch(path(section), 0, "{\"title\": \"ورزش\"}").statusCode(200);

    assertProblem(
        admin.patch(path(section), 0, "{\"title\": \"هنر\"}"), 412, "precondition-failed");
    assertProblem(
        admin.patch(path(section), null, "{\"title\": \"هنر\"}"), 428, "precondition-required");
    assertProblem(admin.put(path(section), null, Map.of()), 428, "precondition-required");
    assertProblem(admin.delete(path(section), null), 428, "precondition-required");
    assertProblem(admin.delete(path(section), 0), 412, "precondition-failed");
    assertProblem(admin.delete(SECTIONS + "/no-such-section", 0), 404, "not-found");
    admin.get(path(section)).body("content.title", equalTo("ورزش"));
  }

  @Test
  void onlyAdminsBuildTheTree() {
    Section section = newsroom.section();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR));
    editor.get(SECTIONS).statusCode(200);
    new NewsroomClient(keys.with(Role.READER, section)).get(path(section)).statusCode(200);
    assertProblem(new NewsroomClient(keys.withoutRole()).get(SECTIONS), 403, "forbidden");
    assertProblem(get(SECTIONS), 401, "unauthenticated");
    Map<String, String> body = Map.of("slug", Newsroom.unique("s"), "title", "ورزش");
    assertProblem(editor.post(SECTIONS, body), 403, "forbidden");
    assertProblem(editor.put(path(section), 0, body), 403, "forbidden");
    assertProblem(editor.patch(path(section), 0, "{}"), 403, "forbidden");
    assertProblem(editor.delete(path(section), 0), 403, "forbidden");
    assertProblem(
        editor.post("/v1/admin/section-order", Map.of("slugs", List.of())), 403, "forbidden");
    // Whether it is there is told to nobody who may not change it.
    assertProblem(editor.delete(SECTIONS + "/no-such-section", 0), 403, "forbidden");
  }

  @Test
  void aSectionInUseStays() {
    Section section = newsroom.section();
    Section below = newsroom.section(section);
    newsroom.article(below).store();
    keys.with(Role.EDITOR, below);

    assertProblem(admin.delete(path(section), 0), 409, "in-use")
        .body("detail", containsString("sections below it: 1;"));
    assertProblem(admin.delete(path(below), 0), 409, "in-use")
        .body("detail", containsString("articles: 1; grants: 1; menus: none"));
  }

  @Test
  void aDeletedSectionIsGoneAtOnce() {
    Section section = newsroom.section();
    get("/v1/sections/" + section.slug()).statusCode(200);
    get("/v1/sections").body("data.slug", hasItem(section.slug()));

    admin.delete(path(section), 0).statusCode(204);

    assertProblem(get("/v1/sections/" + section.slug()), 404, "not-found");
    get("/v1/sections").body("data.slug", not(hasItem(section.slug())));
    assertProblem(admin.get(path(section)), 404, "not-found");
    List<String> rows = audit.of("section", Objects.requireNonNull(section.id()));
    assertTrue(rows.get(0).startsWith(holder.name() + " deleteSection "), rows::toString);
  }

  private static String path(Section section) {
    return SECTIONS + "/" + section.slug();
  }
}
