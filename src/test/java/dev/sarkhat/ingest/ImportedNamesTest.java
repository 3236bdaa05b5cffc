package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an import makes of the names in articles' lines. */
@QuarkusTest
class ImportedNamesTest extends ApiTest implements ImportListener {

  @Inject Keys keys;
  @Inject Import lines;

  @Test
  void noWordOfADraftIsFound() throws IOException {
    String word = Newsroom.unique("secret");
    String names = "\"tags\":[\"@\"],\"source\":\"@\",\"contributors\":[\"@\"]".replace("@", word);
    take("{\"title\":\"پیش‌نویس\",\"status\":\"draft\"," + names + "}");

    for (String kind : new String[] {"tags", "sources", "contributors"}) {
      assertProblem(get("/v1/" + kind + "/" + word), 404, "not-found");
    }

    take("{\"title\":\"خبر\",\"publishedAt\":\"2020-01-01\"," + names + "}");

    for (String kind : new String[] {"tags", "sources", "contributors"}) {
      get("/v1/" + kind + "/" + word).statusCode(200);
    }
  }

  @Test
  void noSectionOfADraftIsFound() throws IOException {
    String above = Newsroom.unique("above");
    String below = Newsroom.unique("below");
    String place = "\"section\":\"" + above + "\",\"subsection\":\"" + below + "\"}";
    String sections = "/v1/sections/";
    take("{\"title\":\"پیش‌نویس\",\"status\":\"draft\"," + place);
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR));
    editor
        .get("/v1/admin/sections/" + below)
        .statusCode(200)
        .body("content.listed", equalTo(false));

    for (String slug : new String[] {above, below}) {
      assertProblem(get(sections + slug), 404, "not-found");
      assertCulprit("/v1/articles?section=" + slug, "unknown-value", "section");
      assertCulprit("/v1/articles?excludeSection=" + slug, "unknown-value", "excludeSection");
    }
    assertProblem(get("/v1/resolve?path=/" + above), 404, "not-found");
    assertProblem(get("/v1/resolve?path=/" + above + "/" + below), 404, "not-found");
    assertFalse(get("/v1/sections").extract().asString().contains(above), "in the tree");
    assertEquals(
        get(sections + "no-such-section").extract().header("Surrogate-Key"),
        get(sections + above).extract().header("Surrogate-Key"));

    take("{\"title\":\"خبر\",\"publishedAt\":\"2020-01-01\"," + place);

    for (String slug : new String[] {above, below}) {
      get(sections + slug).statusCode(200);
      get("/v1/articles?section=" + slug).body("data.size()", equalTo(1));
    }
    get("/v1/resolve?path=/" + above).statusCode(200);
    get("/v1/resolve?path=/" + above + "/" + below).statusCode(200);
    assertTrue(get("/v1/sections").extract().asString().contains(below), "not in the tree");
  }

  @Test
  void aSectionBelowThatIsListedShowsThoseAbove() throws IOException {
    String above = Newsroom.unique("above");
    take("{\"title\":\"پیش‌نویس\",\"status\":\"draft\",\"section\":\"" + above + "\"}");
    assertProblem(get("/v1/sections/" + above), 404, "not-found");

    NewsroomClient admin = new NewsroomClient(keys.with(Role.ADMIN));
    String below = Newsroom.unique("below");
    admin
        .post("/v1/admin/sections", Map.of("slug", below, "title", below, "parent", above))
        .statusCode(201);

    get("/v1/sections/" + above).statusCode(200).body("children[0].slug", equalTo(below));
  }

  @Test
  void aMergedTagsNameMeansTheOther() throws IOException {
    String gone = Newsroom.unique("old");
    String stays = Newsroom.unique("new");
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR));
    editor.post("/v1/admin/tags", Map.of("title", gone)).statusCode(201);
    editor.post("/v1/admin/tags", Map.of("title", stays)).statusCode(201);
    editor.act("/v1/admin/tags/" + gone + "/merge", 0, Map.of("into", stays)).statusCode(200);

    take("{\"title\":\"خبر\",\"publishedAt\":\"2020-01-01\",\"tags\":[\"" + gone + "\"]}");

    get("/v1/articles?tag=" + stays).body("data[0].tags[0].slug", equalTo(stays));
  }

  @Override
  public void refused(Refusal refusal) {
    throw new AssertionError(refusal.toString());
  }

  @Override
  public void warned(String warning) {}

  @Override
  public void progressed(ImportSummary soFar) {}

  private void take(String line) throws IOException {
    ImportSummary summary =
        lines.run(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)), this);
    assertEquals(1, summary.of(Count.ARTICLES_CREATED));
  }
}
