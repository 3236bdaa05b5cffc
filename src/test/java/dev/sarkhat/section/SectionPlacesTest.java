package dev.sarkhat.section;

import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where sections stand in the tree, and how they are moved about in it. */
@QuarkusTest
class SectionPlacesTest extends ApiTest {

  private static final String SECTIONS = "/v1/admin/sections";

  @Inject Keys keys;

  private NewsroomClient admin;

  @BeforeEach
  void openNewsroom() {
    admin = new NewsroomClient(keys.with(Role.ADMIN));
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

  private static String path(Section section) {
    return SECTIONS + "/" + section.slug();
  }
}
