package dev.sarkhat.section;

import static org.hamcrest.Matchers.containsInRelativeOrder;
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

/** The newsroom builds and rebuilds the tree. */
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
  void aSectionThatMovesTakesItsSubtreeAlong() {
    Section here = newsroom.section();
    Section there = newsroom.section();
    Section moved = newsroom.section(here);
    Section below = newsroom.section(moved);
    long article = newsroom.article(below).store();
    String articles = "/v1/articles?section=";
    get(articles + here.slug()).body("data.id", equalTo(List.of((int) article)));
    get(articles + there.slug()).body("data", equalTo(List.of()));
    get("/v1/resolve?path=" + below.path()).body("kind", equalTo("section"));

    admin
        .patch(path(moved), 0, "{\"parent\": \"" + there.slug() + "\"}")
        .statusCode(200)
        .body("path", equalTo("/" + there.slug() + "/" + moved.slug()));

    String path = "/" + there.slug() + "/" + moved.slug() + "/" + below.slug();
    get(articles + here.slug()).body("data", equalTo(List.of()));
    get(articles + there.slug()).body("data.id", equalTo(List.of((int) article)));
    get(articles + moved.slug()).body("data.id", equalTo(List.of((int) article)));
    get(articles + below.slug()).body("data.id", equalTo(List.of((int) article)));
    get("/v1/articles/" + article).body("section.path", equalTo(path));
    get("/v1/sections/" + here.slug()).body("children", equalTo(List.of()));
    get("/v1/sections/" + there.slug() + "?include=articleCount").body("articleCount", equalTo(1));
    get("/v1/resolve?path=" + below.path())
        .body("kind", equalTo("redirect"))
        .body("location", equalTo(path));
    get("/v1/resolve?path=" + moved.path())
        .body("location", equalTo("/" + there.slug() + "/" + moved.slug()));
    admin.get(path(below)).header("ETag", "\"1\"");

    // And back, where the old path is alive again.
    admin.patch(path(moved), 1, "{\"parent\": \"" + here.slug() + "\"}").statusCode(200);
    get("/v1/resolve?path=" + below.path()).body("kind", equalTo("section"));
    get("/v1/resolve?path=" + path)
        .body("kind", equalTo("redirect"))
        .body("location", equalTo(below.path()));
    get(articles + here.slug()).body("data.id", equalTo(List.of((int) article)));
    get(articles + there.slug()).body("data", equalTo(List.of()));
  }

  @Test
  void manyArticlesMoveInParts() {
    Section here = newsroom.section();
    Section there = newsroom.section();
    Section moved = newsroom.section(here);
    newsroom.articles(moved, 4_100);

    admin.patch(path(moved), 0, "{\"parent\": \"" + there.slug() + "\"}").statusCode(200);

    get("/v1/articles?limit=1&count=exact&section=" + there.slug())
        .body("page.total", equalTo(4_100));
    get("/v1/articles?limit=1&count=exact&section=" + here.slug()).body("page.total", equalTo(0));
    admin.patch(path(moved), 1, "{\"parent\": null}").statusCode(200);
    get("/v1/articles?limit=1&count=exact&section=" + there.slug()).body("page.total", equalTo(0));
    get("/v1/articles?limit=1&count=exact&section=" + moved.slug())
        .body("page.total", equalTo(4_100));
  }

  @Test
  void aSectionWithAnotherSlugIsFoundByItsOldPath() {
    Section parent = newsroom.section();
    Section section = newsroom.section(parent);
    String slug = Newsroom.unique("renamed");

    admin
        .patch(path(parent), 0, "{\"slug\": \"" + slug + "\"}")
        .statusCode(200)
        .body("path", equalTo("/" + slug));

    assertProblem(get("/v1/sections/" + parent.slug()), 404, "not-found");
    get("/v1/resolve?path=" + section.path())
        .body("location", equalTo("/" + slug + "/" + section.slug()));
    // Whoever takes the old path has it.
    admin.post(SECTIONS, Map.of("slug", parent.slug(), "title", "ورزش")).statusCode(201);
    get("/v1/resolve?path=" + parent.path()).body("kind", equalTo("section"));
  }

  @Test
  void aSectionCannotStandBelowItself() {
    Section section = newsroom.section();
    Section below = newsroom.section(newsroom.section(section));
    for (Section parent : List.of(section, below)) {
      assertProblem(
              admin.patch(path(section), 0, "{\"parent\": \"" + parent.slug() + "\"}"),
              400,
              "invalid-body")
          .body("errors[0].pointer", equalTo("/parent"));
    }
  }

  @Test
  void theTreeHasTenLevels() {
    Section deepest = newsroom.section();
    for (int level = 2; level <= 10; level++) {
      deepest = newsroom.section(deepest);
    }
    assertProblem(
            admin.post(
                SECTIONS,
                Map.of("slug", Newsroom.unique("s"), "title", "ورزش", "parent", deepest.slug())),
            400,
            "invalid-body")
        .body("errors[0].pointer", equalTo("/parent"));
    Section parent = Objects.requireNonNull(deepest.parent());
    Section two = newsroom.section();
    newsroom.section(two);
    assertProblem(
            admin.patch(path(two), 0, "{\"parent\": \"" + parent.slug() + "\"}"),
            400,
            "invalid-body")
        .body("errors[0].pointer", equalTo("/parent"));
    admin
        .patch(path(newsroom.section()), 0, "{\"parent\": \"" + parent.slug() + "\"}")
        .statusCode(200);
  }

  @Test
  void siblingsStandInTheOrderThatIsAsked() {
    Section parent = newsroom.section();
    List<String> slugs =
        List.of(
            newsroom.section(parent).slug(),
            newsroom.section(parent).slug(),
            newsroom.section(parent).slug());
    get("/v1/sections/" + parent.slug()).body("children.slug", equalTo(slugs));
    List<String> order = List.of(slugs.get(2), slugs.get(0), slugs.get(1));

    admin
        .post("/v1/admin/section-order", Map.of("parent", parent.slug(), "slugs", order))
        .statusCode(200)
        .body("data.content.slug", equalTo(order));

    get("/v1/sections/" + parent.slug()).body("children.slug", equalTo(order));
    admin.get(SECTIONS).body("data.content.slug", containsInRelativeOrder(order.toArray()));
    assertProblem(
            admin.post(
                "/v1/admin/section-order",
                Map.of("parent", parent.slug(), "slugs", List.of(slugs.get(0)))),
            409,
            "conflict")
        .body("detail", containsString(slugs.get(2)));
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
