package dev.sarkhat.article.editing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What editors write, over HTTP. */
@QuarkusTest
class EditingTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";

  @Inject Keys keys;

  private Section section;
  private NewsroomClient editor;
  private NewsroomClient reporter;

  @BeforeEach
  void people() {
    section = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    reporter = new NewsroomClient(keys.with(Role.REPORTER, section));
  }

  private Map<String, Object> content(String title) {
    return Map.of("title", title, "section", section.slug());
  }

  private int create(NewsroomClient client, String title) {
    return client.post(ARTICLES, content(title)).statusCode(201).extract().path("id");
  }

  private static String at(int id) {
    return ARTICLES + "/" + id;
  }

  @Test
  void aDraftSaysAllThatWasWritten() {
    Tag tag = newsroom.tag();
    Source source = newsroom.source();
    Contributor contributor = newsroom.contributor();
    int other = create(editor, Newsroom.unique("دیگر"));
    Map<String, Object> sent =
        Map.ofEntries(
            Map.entry("title", "  \u0643\u062A\u0627\u0628\u064A \u062A\u0627\u0632\u0647 "),
            Map.entry("section", section.slug()),
            Map.entry("type", "report"),
            Map.entry("kicker", "روتیتر"),
            Map.entry("lead", "لید"),
            Map.entry("body", "<p>متن</p><script>alert(1)</script>"),
            Map.entry("tags", List.of(tag.slug())),
            Map.entry("source", source.slug()),
            Map.entry(
                "contributors",
                List.of(Map.of("slug", contributor.slug(), "role", "photographer"))),
            Map.entry("related", List.of(other)),
            Map.entry("attributes", Map.of("priority", 1)));

    int id =
        editor
            .post(ARTICLES, sent)
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", containsString("/v1/admin/articles/"))
            .body("status", equalTo("draft"))
            .body("revision", equalTo(0))
            .body("createdBy.name", equalTo(editor.holder().name()))
            .body(
                "content.title", equalTo("\u06A9\u062A\u0627\u0628\u06CC \u062A\u0627\u0632\u0647"))
            .body("content.body", equalTo("<p>متن</p>"))
            .body("content.tags", contains(tag.slug()))
            .body("content.source", equalTo(source.slug()))
            .body("content.contributors[0].role", equalTo("photographer"))
            .body("content.related", contains(other))
            .body("content.attributes.priority", equalTo(1))
            .extract()
            .path("id");

    assertProblem(get("/v1/articles/" + id), 404, "not-found");
    Object content = editor.get(at(id)).statusCode(200).extract().path("content");
    editor
        .put(at(id), 0, content)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("content", equalTo(content));
  }

  @Test
  void whatIsWrongIsToldAtOnceAndNothingIsWritten() {
    ValidatableResponse refused =
        editor.post(
            ARTICLES,
            Map.of(
                "id",
                5,
                "status",
                "published",
                "createdBy",
                1,
                "type",
                "poem",
                "tags",
                List.of("no-such-tag"),
                "section",
                section.slug()));

    assertProblem(refused, 400, "invalid-body")
        .body("errors.pointer", hasItem("/title"))
        .body("errors.pointer", hasItem("/type"))
        .body("errors.pointer", hasItem("/id"))
        .body("errors.pointer", hasItem("/status"))
        .body("errors.pointer", hasItem("/createdBy"));
    assertProblem(
            editor.post(
                ARTICLES,
                Map.of("title", "x", "section", "no-such-section", "tags", List.of("no-such-tag"))),
            400,
            "invalid-body")
        .body("errors.pointer", contains("/section", "/tags/0"));
  }

  @Test
  void aChangeSaysWhatItIsAChangeOf() {
    int id = create(editor, "یک");

    assertProblem(editor.post(at(id) + "/submit", null), 428, "precondition-required");
    assertProblem(editor.put(at(id), 7, content("دو")), 412, "precondition-failed");
    editor.patch(at(id), 0, Map.of("title", "دو")).statusCode(200).body("revision", equalTo(1));
    assertProblem(editor.patch(at(id), 0, Map.of("title", "سه")), 412, "precondition-failed");
    editor.get(at(id)).body("content.title", equalTo("دو"));
  }

  @Test
  void aPatchChangesWhatItNames() {
    int id =
        editor
            .post(
                ARTICLES,
                Map.of(
                    "title",
                    "یک",
                    "section",
                    section.slug(),
                    "lead",
                    "لید",
                    "image",
                    Map.of("url", "https://example.org/a.jpg", "alt", "تصویر")))
            .extract()
            .path("id");

    editor
        .patch(at(id), 0, "{\"lead\":null,\"image\":{\"alt\":\"دیگر\"}}")
        .statusCode(200)
        .body("content.lead", nullValue())
        .body("content.image.url", equalTo("https://example.org/a.jpg"))
        .body("content.image.alt", equalTo("دیگر"))
        .body("content.title", equalTo("یک"));
    assertProblem(editor.patch(at(id), 1, "{\"title\":null}"), 400, "invalid-body")
        .body("errors[0].pointer", equalTo("/title"));
  }

  @Test
  void theWayToTheReadersAndBack() {
    int id = create(reporter, Newsroom.unique("تیتر"));
    String address = at(id);
    String publicAddress = "/v1/articles/" + id;

    reporter.act(address + "/submit", 0, null).statusCode(200).body("status", equalTo("inReview"));
    assertProblem(reporter.patch(address, 1, Map.of("title", "نو")), 403, "forbidden");
    assertProblem(reporter.act(address + "/publish", 1, null), 403, "forbidden");
    editor
        .act(address + "/approve", 1, null)
        .statusCode(200)
        .body("approvedBy.name", equalTo(editor.holder().name()));
    editor
        .act(address + "/publish", 2, null)
        .statusCode(200)
        .body("status", equalTo("published"))
        .body("publishedAt", notNullValue());
    get(publicAddress).statusCode(200);
    get("/v1/articles?section=" + section.slug()).body("data.id", contains(id));

    assertProblem(editor.act(address + "/publish", 3, null), 409, "conflict");
    editor
        .act(address + "/withdraw", 3, Map.of("reason", "خبر نادرست بود."))
        .statusCode(200)
        .body("status", equalTo("withdrawn"));
    assertProblem(get(publicAddress), 410, "gone")
        .body("tombstone.reason", equalTo("خبر نادرست بود."));
    editor.act(address + "/restore", 4, null).statusCode(200).body("status", equalTo("published"));
    get(publicAddress).statusCode(200);
    assertProblem(editor.delete(address, 5), 403, "forbidden");
    new NewsroomClient(keys.with(Role.ADMIN)).delete(address, 5).statusCode(204);
    assertProblem(get(publicAddress), 404, "not-found");
    assertProblem(editor.get(address), 404, "not-found");
  }

  @Test
  void everySaveIsInTheHistoryAndCanBeRestored() {
    int id = create(editor, "یک");
    String address = at(id);
    editor.patch(address + "?note=%D8%AF%D9%88", 0, Map.of("title", "دو", "lead", "لید"));
    editor.act(address + "/submit", 1, null).statusCode(200);

    editor
        .get(address + "/revisions")
        .statusCode(200)
        .body("data.revision", contains(2, 1, 0))
        .body("data.operation", contains("submitArticle", "changeArticle", "createArticle"))
        .body("data[1].note", equalTo("دو"))
        .body("data[1].savedBy.name", equalTo(editor.holder().name()));
    editor.get(address + "/revisions/0").statusCode(200).body("content.title", equalTo("یک"));
    editor
        .get(address + "/revisions/1/difference?from=0")
        .statusCode(200)
        .body("changes.pointer", contains("/lead", "/title"))
        .body("changes[1].before", equalTo("یک"))
        .body("changes[1].after", equalTo("دو"));
    editor
        .act(address + "/revisions/0/restore", 2, null)
        .statusCode(200)
        .body("revision", equalTo(3))
        .body("content.title", equalTo("یک"))
        .body("content.lead", nullValue());
    assertProblem(editor.get(address + "/revisions/9"), 404, "not-found");
  }

  @Test
  void aRequestThatIsSentTwiceHappensOnce() {
    Map<String, String> once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String title = Newsroom.unique("یک");

    int id = editor.post(ARTICLES, content(title), once).statusCode(201).extract().path("id");
    editor
        .post(ARTICLES, content(title), once)
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .header("ETag", "\"0\"")
        .header("Location", endsWith("/" + id))
        .body("id", equalTo(id));
    assertProblem(editor.post(ARTICLES, content("دو"), once), 422, "key-reused");
    editor
        .get(ARTICLES + "?creator=me")
        .statusCode(200)
        .body("data", hasSize(1))
        .body("data[0].title", equalTo(title));
  }

  @Test
  void aPreviewShowsOneRevisionToWhoeverHasTheLink() {
    int id = create(reporter, "یک");
    reporter.patch(at(id), 0, Map.of("title", "دو")).statusCode(200);

    String path =
        reporter
            .post(at(id) + "/previews", Map.of("revision", 0))
            .statusCode(200)
            .body("revision", equalTo(0))
            .extract()
            .path("path");

    get(path)
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .body("title", equalTo("یک"))
        .body("section.slug", equalTo(section.slug()))
        .body("revision", equalTo(0));
    String damaged = path.substring(0, path.length() - 3) + "AAA";
    assertProblem(get(damaged), 404, "not-found");
    assertProblem(get("/v1/articles/" + id), 404, "not-found");
  }

  @Test
  void theListShowsWhatTheCallerMaySee() {
    int mine =
        create(reporter, Newsroom.unique("\u06A9\u062A\u0627\u0628\u200C\u0647\u0627\u06CC"));
    Section elsewhere = newsroom.section();
    NewsroomClient stranger = new NewsroomClient(keys.with(Role.EDITOR, elsewhere));

    reporter.get(ARTICLES + "?status=draft").body("data.id", contains(mine));
    stranger.get(ARTICLES).statusCode(200).body("data.id", not(hasItem(mine)));
    assertProblem(stranger.get(at(mine)), 404, "not-found");
    assertProblem(stranger.patch(at(mine), 0, Map.of("title", "x")), 404, "not-found");
    editor
        .get(ARTICLES + "?q=%DA%A9%D8%AA%D8%A7%D8%A8&section=" + section.slug())
        .body("data.id", contains(mine));
    assertCulprit("status", editor.get(ARTICLES + "?status=lost"));
  }

  private static void assertCulprit(String parameter, ValidatableResponse response) {
    assertProblem(response, 400, "invalid-parameter")
        .body("errors[0].parameter", equalTo(parameter));
  }
}
