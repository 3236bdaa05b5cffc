package dev.sarkhat.spelling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleSpellingTest extends ApiTest {

  private static final String BODY =
      "<h2>می روند</h2><p>آنها به <a href=\"/a\" title=\"می روند\">خانه می روند</a> &amp; می<strong>آیند</strong>"
          + " ، سپس</p><pre><code>می روند ، و</code></pre>";

  @Inject Keys keys;
  @Inject AuditRows audit;

  private Section section;
  private NewsroomClient editor;
  private NewsroomClient reader;

  @BeforeEach
  void people() {
    section = newsroom.section();
    editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    reader = new NewsroomClient(keys.with(Role.READER, section));
  }

  private long store() {
    return newsroom
        .article(section)
        .title("آنها به خانه می روند")
        .lead("شهر  ها ، و خیابان ها")
        .body(BODY)
        .store();
  }

  private static String at(long id) {
    return "/v1/admin/articles/" + id;
  }

  private static String spelling(long id) {
    return at(id) + "/spelling";
  }

  private static List<Map<String, Object>> proposals(ValidatableResponse answer) {
    return answer.extract().path("proposals");
  }

  private static Map<String, Object> proposal(
      String pointer, int start, String original, String replacement) {
    return new HashMap<>(
        Map.of(
            "pointer", pointer,
            "start", start,
            "end", start + original.length(),
            "original", original,
            "replacement", replacement));
  }

  private ValidatableResponse accept(long id, int revision, List<?> accepted) {
    return editor.act(spelling(id), revision, Map.of("accept", accepted));
  }

  @Test
  void proposesFieldByFieldWhereItIsStored() {
    long id = store();
    ValidatableResponse found =
        reader
            .get(spelling(id))
            .statusCode(200)
            .header("ETag", equalTo("\"0\""))
            .body("id", equalTo((int) id))
            .body("revision", equalTo(0))
            .body("complete", equalTo(true))
            .body("proposals.pointer", hasItem("/title"))
            .body("proposals.pointer", hasItem("/lead"))
            .body("proposals.findAll { it.pointer == '/body' }.original", hasItem("می روند"));
    JsonPath article = reader.get(at(id)).extract().jsonPath();
    for (ProposalView each : found.extract().jsonPath().getList("proposals", ProposalView.class)) {
      String stored =
          article.getString("content" + Objects.requireNonNull(each.pointer()).replace('/', '.'));
      assertEquals(each.original(), stored.substring(each.start(), each.end()));
    }
  }

  @Test
  void whatIsAcceptedIsOneRevisionAndTouchesNoMarkup() {
    long id = store();
    List<Map<String, Object>> found = proposals(reader.get(spelling(id)));

    ValidatableResponse saved =
        editor
            .post(
                spelling(id) + "?note=" + "why",
                Map.of("accept", found),
                Map.of("If-Match", "\"0\"", "Idempotency-Key", UUID.randomUUID().toString()))
            .statusCode(200)
            .header("ETag", equalTo("\"1\""))
            .body("revision", equalTo(1))
            .body("content.title", equalTo("آنها به خانه می\u200Cروند"))
            .body(
                "content.body",
                equalTo(
                    "<h2>می\u200Cروند</h2><p>آنها به <a href=\"/a\" title=\"می روند\">خانه می\u200Cروند</a> &amp;"
                        + " می<strong>آیند</strong>، سپس</p><pre><code>می روند ،"
                        + " و</code></pre>"));

    saved.body("status", equalTo("published"));
    reader.get(spelling(id)).body("proposals", empty());
    editor
        .get(at(id) + "/revisions")
        .body("data[0].operation", equalTo("acceptSpelling"))
        .body("data[0].note", equalTo("why"))
        .body("data.revision", contains(1, 0));
    editor.get(at(id) + "/revisions/0").body("content.title", equalTo("آنها به خانه می روند"));
    editor
        .get(at(id) + "/revisions/1/difference?from=0")
        .body("changes.pointer", containsInAnyOrder("/title", "/lead", "/body"));
    assertEquals(1, audit.of("article", id).size());
    assertEquals("acceptSpelling", audit.operationsOf(editor.holder().principalId()).get(0));
    get("/v1/articles/" + id).statusCode(200).body("title", equalTo("آنها به خانه می\u200Cروند"));
  }

  @Test
  void someAreAcceptedAndTheOthersStay() {
    long id = store();
    Map<String, Object> ofTitle =
        proposals(reader.get(spelling(id))).stream()
            .filter(each -> Objects.equals(each.get("pointer"), "/title"))
            .findFirst()
            .orElseThrow();

    accept(id, 0, List.of(ofTitle))
        .statusCode(200)
        .body("content.title", equalTo("آنها به خانه می\u200Cروند"))
        .body("content.body", equalTo(BODY));

    // An editor may know better.
    accept(id, 1, List.of(proposal("/title", 0, "آنها", "آن\u200Cها")))
        .statusCode(200)
        .body("content.title", startsWith("آن\u200Cها به خانه"));
  }

  @Test
  void whatDoesNotFitIsNamedAndNothingIsAccepted() {
    long id = store();
    Map<String, Object> right = proposal("/title", 0, "آنها", "آن\u200Cها");
    int link = BODY.indexOf("\"می روند\"");

    assertProblem(
            accept(
                id,
                0,
                List.of(
                    right,
                    proposal("/title", 1, "آنها", "x"),
                    proposal("/title", 2, "ها", "x"),
                    proposal("/title", 5_000, "آنها", "x"),
                    proposal("/subtitle", 0, "آنها", "x"),
                    proposal("/slug", 0, "آنها", "x"),
                    proposal("/body", 0, "<h2>می", "x"),
                    proposal("/body", link + 1, "می روند", "x"),
                    proposal("/body", BODY.indexOf("می روند ، و"), "می روند", "x"),
                    proposal("/body", 4, "می روند", "<b>x</b>"))),
            409,
            "conflict")
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/accept/1",
                "/accept/2",
                "/accept/3",
                "/accept/4/pointer",
                "/accept/5/pointer",
                "/accept/6",
                "/accept/7",
                "/accept/8",
                "/accept/9"));
    assertProblem(accept(id, 7, List.of(right)), 412, "precondition-failed");
    assertProblem(
        editor.post(spelling(id), Map.of("accept", List.of(right))), 428, "precondition-required");
    reader.get(at(id)).body("revision", equalTo(0)).body("content.body", equalTo(BODY));
  }

  @Test
  void whatIsMalformedIsRefused() {
    long id = store();
    assertProblem(editor.act(spelling(id), 0, Map.of()), 400, "invalid-body")
        .body("errors.pointer", contains("/accept"));
    assertProblem(accept(id, 0, List.of()), 400, "invalid-body")
        .body("errors.pointer", contains("/accept"));
    Map<String, Object> unknown = proposal("/title", 0, "آنها", "آنها");
    unknown.put("mood", "good");
    assertProblem(
            accept(id, 0, List.of(unknown, Map.of("pointer", "/title", "start", -1), "x")),
            400,
            "invalid-body")
        .body("errors.pointer", hasItem("/accept/0/replacement"))
        .body("errors.pointer", hasItem("/accept/0/mood"))
        .body("errors.pointer", hasItem("/accept/1/start"))
        .body("errors.pointer", hasItem("/accept/1/end"))
        .body("errors.pointer", hasItem("/accept/2"));
    // What would come of it is held to the limits of whatever is written.
    assertProblem(
            accept(id, 0, List.of(proposal("/title", 0, "آنها", "آ".repeat(600)))),
            400,
            "invalid-body")
        .body("errors.pointer", contains("/title"));
    assertProblem(
            accept(id, 0, List.of(proposal("/title", 0, "آنها به خانه می روند", "  "))),
            400,
            "invalid-body")
        .body("errors.pointer", contains("/title"));
  }

  @Test
  void sentTwiceItHappensOnce() {
    long id = store();
    Map<String, String> fields =
        Map.of("If-Match", "\"0\"", "Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body =
        Map.of("accept", List.of(proposal("/title", 0, "آنها", "آن\u200Cها")));

    editor.post(spelling(id), body, fields).statusCode(200).body("revision", equalTo(1));
    editor
        .post(spelling(id), body, fields)
        .statusCode(200)
        .header("Idempotent-Replayed", equalTo("true"))
        .body("revision", equalTo(1));
  }

  @Test
  void anArticleInAnotherLanguageIsLeftAlone() {
    long id =
        newsroom
            .article(section)
            .lang("ar")
            .title("هذا كتاب علي ، " + Newsroom.unique("هنا"))
            .lead(null)
            .body("<p lang=\"fa\">به خانه می روند</p><p>كتاب علي</p>")
            .store();
    reader
        .get(spelling(id))
        .body("proposals", hasSize(1))
        .body("proposals[0].pointer", equalTo("/body"))
        .body("proposals[0].original", equalTo("می روند"));
  }

  /** It would, for all its other half-spaces are there, and nobody else writes the word. */
  @Test
  void anArticleIsNoWitnessInItsOwnCause() {
    String right =
        "کتاب\u200Cهای تازه را می\u200Cخوانند، خانه\u200Cهای نو را می\u200Cسازند، شهر\u200Cها را"
            + " می\u200Cبینند و نامه\u200Cهای کهن را می\u200Cنویسند، درخت\u200Cهای سبز را"
            + " می\u200Cکارند";
    long id =
        newsroom
            .article(section)
            .title(Newsroom.unique("خبر"))
            .lead(null)
            .body("<p>" + right + " و تابشانههای بزرگ.</p>")
            .store();
    waitUntilSearched(id);

    reader
        .get(spelling(id))
        .body("archive", equalTo(true))
        .body("proposals.original", contains("تابشانههای"));
  }

  private void waitUntilSearched(long id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<Integer> found = List.of();
    while (!found.contains((int) id) && System.nanoTime() < deadline) {
      found =
          get("/v1/search?q=%D8%AA%D8%A7%D8%A8%D8%B4%D8%A7%D9%86%D9%87%D9%87%D8%A7%DB%8C&section="
                  + section.slug())
              .statusCode(200)
              .extract()
              .path("data.article.id");
    }
    assertEquals(List.of((int) id), found);
  }
}
