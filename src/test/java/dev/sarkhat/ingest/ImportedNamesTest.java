package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
