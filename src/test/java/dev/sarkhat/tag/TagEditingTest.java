package dev.sarkhat.tag;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newsroom makes tags, renames them and deletes them. */
@QuarkusTest
class TagEditingTest extends ApiTest {

  private static final String TAGS = "/v1/admin/tags";

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
  void aTagHasAsManyNamesAsByAnImport() {
    Tag tag = newsroom.tag();
    List<Map<String, String>> names =
        IntStream.range(0, 201).mapToObj(each -> Map.of("slug", tag.slug() + "-" + each)).toList();

    editor
        .patch(path(tag), 0, Map.of("aliases", names))
        .statusCode(200)
        .body("content.aliases", hasSize(201));
  }

  @Test
  void aNewTagIsThereAtOnce() {
    String title = Newsroom.unique("انرژی هسته‌ای");
    String slug = dev.sarkhat.text.Slug.of(title);
    assertProblem(get("/v1/tags/" + slug), 404, "not-found");

    int id =
        editor
            .post(TAGS, Map.of("title", title, "aliases", List.of(Map.of("title", "x " + title))))
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .header("Location", containsString("/v1/admin/tags/"))
            .body("content.slug", equalTo(slug))
            .body("content.type", equalTo("topic"))
            .body("content.listed", equalTo(true))
            .body("content.aliases[0].slug", equalTo("x-" + slug))
            .extract()
            .path("id");

    get("/v1/tags/" + slug).statusCode(200).body("title", equalTo(title));
    get("/v1/tags/x-" + slug).statusCode(200).body("slug", equalTo(slug));
    List<String> rows = audit.of("tag", id);
    assertTrue(rows.get(0).startsWith(holder.name() + " createTag "), rows::toString);
  }

  @Test
  void aNameLeadsToOneTag() {
    Tag tag = newsroom.tag();
    String other = Newsroom.unique("alias");
    editor
        .patch(
            path(tag),
            0,
            "{\"aliases\": [{\"slug\": \"" + other + "\", \"title\": \"" + other + "\"}]}")
        .statusCode(200);

    assertTaken(Map.of("title", Newsroom.unique("t"), "slug", tag.slug()), "/slug");
    assertTaken(Map.of("title", Newsroom.unique("t"), "slug", other), "/slug");
    assertTaken(Map.of("title", tag.title(), "slug", Newsroom.unique("s")), "/title");
    assertTaken(Map.of("title", other, "slug", Newsroom.unique("s")), "/title");
    assertTaken(
        Map.of("title", Newsroom.unique("t"), "aliases", List.of(Map.of("slug", tag.slug()))),
        "/aliases/0/slug");
    assertTaken(
        Map.of(
            "title",
            Newsroom.unique("t"),
            "aliases",
            List.of(Map.of("slug", Newsroom.unique("s"), "title", tag.title()))),
        "/aliases/0/title");
  }

  private void assertTaken(Map<String, Object> body, String pointer) {
    assertProblem(editor.post(TAGS, body), 409, "conflict")
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void whatIsWrongWithABodyIsNamed() {
    assertProblem(
            editor.post(
                TAGS,
                Map.of(
                    "title", "!", "type", "colour", "revision", 1, "aliases", List.of(Map.of()))),
            400,
            "invalid-body")
        .body("errors.pointer", hasItem("/title"))
        .body("errors.pointer", hasItem("/type"))
        .body("errors.pointer", hasItem("/revision"))
        .body("errors.pointer", hasItem("/aliases/0/slug"));
  }

  @Test
  void whatIsReadIsWhatCanBePut() {
    Tag tag = newsroom.tag();
    editor.patch(path(tag), 0, "{\"aliases\": [{\"slug\": \"a-" + tag.slug() + "\"}]}");
    Map<String, Object> content =
        editor.get(path(tag)).header("ETag", "\"1\"").extract().path("content");

    editor
        .put(path(tag), 1, content)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("content", equalTo(content));
    assertProblem(editor.put(path(tag), 0, content), 412, "precondition-failed");
    assertProblem(editor.put(path(tag), null, content), 428, "precondition-required");
    editor.patch(path(tag), 1, "{\"aliases\": null}").body("content.aliases", equalTo(List.of()));
    assertProblem(get("/v1/tags/a-" + tag.slug()), 404, "not-found");
  }

  @Test
  void aTagWithAnotherSlugIsFoundByTheOldOne() {
    Tag tag = newsroom.tag();
    long article = newsroom.article(newsroom.section()).tags(tag).store();
    get("/v1/tags/" + tag.slug()).body("slug", equalTo(tag.slug()));
    get("/v1/articles?tag=" + tag.slug()).body("data[0].tags[0].slug", equalTo(tag.slug()));
    get("/v1/resolve?path=/tags/" + tag.slug()).body("kind", equalTo("tag"));
    String slug = Newsroom.unique("renamed");

    editor
        .patch(path(tag), 0, "{\"slug\": \"" + slug + "\"}")
        .statusCode(200)
        .body("content.aliases[0].slug", equalTo(tag.slug()));

    for (String name : List.of(slug, tag.slug())) {
      get("/v1/tags/" + name).body("slug", equalTo(slug));
      get("/v1/articles?tag=" + name)
          .body("data.id", equalTo(List.of((int) article)))
          .body("data[0].tags[0].slug", equalTo(slug));
    }
    get("/v1/resolve?path=/tags/" + tag.slug())
        .body("kind", equalTo("redirect"))
        .body("location", equalTo("/tags/" + slug));
    // And back.
    editor
        .patch(TAGS + "/" + slug, 1, "{\"slug\": \"" + tag.slug() + "\"}")
        .statusCode(200)
        .body("content.aliases.slug", equalTo(List.of(slug)));
    get("/v1/tags/" + slug).body("slug", equalTo(tag.slug()));
  }

  @Test
  void whatOnlyADraftIsAboutIsHidden() {
    String slug = Newsroom.unique("hidden");
    editor
        .post(TAGS, Map.of("slug", slug, "title", slug, "type", "event", "listed", false))
        .statusCode(201);
    Tag tag = newsroom.tagWithSlug(slug);
    newsroom
        .article(newsroom.section())
        .status(dev.sarkhat.article.ArticleStatus.DRAFT)
        .publishedAt(null)
        .tags(tag)
        .store();

    for (String name : List.of(slug, Newsroom.unique("none"))) {
      assertProblem(get("/v1/tags/" + name), 404, "not-found")
          .header("Surrogate-Key", equalTo(get("/v1/tags/none").extract().header("Surrogate-Key")));
      assertProblem(get("/v1/articles?tag=" + name), 400, "unknown-value");
      assertProblem(get("/v1/resolve?path=/tags/" + name), 404, "not-found");
    }
    assertEquals(0, listed(slug));
    editor.get(TAGS + "/" + slug).statusCode(200);

    newsroom.article(newsroom.section()).tags(tag).store();

    get("/v1/tags/" + slug).statusCode(200);
    get("/v1/articles?tag=" + slug).statusCode(200).body("data.size()", equalTo(1));
    get("/v1/resolve?path=/tags/" + slug).body("kind", equalTo("tag"));
    assertEquals(1, listed(slug));
  }

  private static long listed(String slug) {
    long found = 0;
    for (String next = "/v1/tags?type=event&limit=100"; next != null; ) {
      var page = get(next).statusCode(200).extract();
      found +=
          page.jsonPath().getList("data.slug", String.class).stream().filter(slug::equals).count();
      next = page.path("page.next");
    }
    return found;
  }

  @Test
  void aTagInUseStays() {
    Tag tag = newsroom.tag();
    newsroom.article(newsroom.section()).tags(tag).store();
    assertProblem(editor.delete(path(tag), 0), 409, "in-use")
        .body("detail", containsString("articles: 1; menus: none"));
  }

  @Test
  void aDeletedTagIsGoneAtOnce() {
    Tag tag = newsroom.tag();
    get("/v1/tags/" + tag.slug()).statusCode(200);
    editor.delete(path(tag), 0).statusCode(204);
    assertProblem(get("/v1/tags/" + tag.slug()), 404, "not-found");
    assertProblem(editor.delete(path(tag), 0), 404, "not-found");
    List<String> rows = audit.of("tag", java.util.Objects.requireNonNull(tag.id()));
    assertTrue(rows.get(0).startsWith(holder.name() + " deleteTag "), rows::toString);
  }

  @Test
  void editorsOfASectionMakeTagsAndEditorsOfAllRemoveThem() {
    Tag tag = newsroom.tag();
    NewsroomClient ofSection = new NewsroomClient(keys.with(Role.EDITOR, newsroom.section()));
    NewsroomClient reporter = new NewsroomClient(keys.with(Role.REPORTER));
    reporter.get(path(tag)).statusCode(200);
    Map<String, Object> body = Map.of("title", Newsroom.unique("t"));
    assertProblem(reporter.post(TAGS, body), 403, "forbidden");
    assertProblem(reporter.put(path(tag), 0, body), 403, "forbidden");
    assertProblem(reporter.patch(path(tag), 0, "{}"), 403, "forbidden");
    ofSection.post(TAGS, body).statusCode(201);
    assertProblem(ofSection.delete(path(tag), 0), 403, "forbidden");
    assertProblem(
        ofSection.act(path(tag) + "/merge", 0, Map.of("into", tag.slug())), 403, "forbidden");
    assertProblem(new NewsroomClient(keys.withoutRole()).get(TAGS), 403, "forbidden");
    assertProblem(get(path(tag)), 401, "unauthenticated");
  }

  @Test
  void listsAllByTheirNames() {
    for (int i = 0; i < 3; i++) {
      editor
          .post(
              TAGS,
              Map.of(
                  "title",
                  Newsroom.unique("t"),
                  "type",
                  "person",
                  "listed",
                  false,
                  "aliases",
                  List.of(Map.of("slug", Newsroom.unique("s")))))
          .statusCode(201);
    }
    editor
        .get(TAGS + "?type=person&limit=2")
        .statusCode(200)
        .body("data.size()", equalTo(2))
        .body("page.next", containsString("cursor="));
    // The page and the aliases of all its tags.
    assertEquals(2, log.during(() -> editor.get(TAGS + "?type=person&limit=1")).size());
    assertEquals(2, log.during(() -> editor.get(TAGS + "?type=person&limit=3")).size());
    assertProblem(editor.get(TAGS + "?colour=red"), 400, "unknown-parameter");
    get("/v1/tags?type=person").body("data.type", not(hasItem("topic")));
  }

  @Test
  void aRepeatedRequestHappensOnce() {
    String title = Newsroom.unique("t");
    for (int i = 0; i < 2; i++) {
      io.restassured.RestAssured.given()
          .header("Authorization", "Bearer " + holder.text())
          .header("Idempotency-Key", title)
          .contentType("application/json")
          .body(Map.of("title", title))
          .post(TAGS)
          .then()
          .statusCode(201)
          .header("Location", endsWith(title));
    }
  }

  private static String path(Tag tag) {
    return TAGS + "/" + tag.slug();
  }
}
