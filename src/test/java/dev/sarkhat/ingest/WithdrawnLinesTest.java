package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an editor has taken back, a feed that goes on sending it does not put up again. */
@QuarkusTest
class WithdrawnLinesTest extends ApiTest implements ImportListener {

  @Inject Keys keys;
  @Inject Import lines;
  @Inject EntityManager entities;

  private final String mark = Newsroom.unique("withdrawn");
  private NewsroomClient editor;
  private long id;

  @BeforeEach
  void anEditorTakesItBack() throws IOException {
    editor = new NewsroomClient(keys.with(Role.EDITOR));
    take("یک", "");
    id =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .unwrap(Session.class)
                        .createNativeQuery(
                            "select id from article where external_id = :mark", Long.class)
                        .setParameter("mark", mark)
                        .getSingleResult());
    editor
        .act("/v1/admin/articles/" + id + "/withdraw", 0, Map.of("reason", "نادرست بود"))
        .statusCode(200);
  }

  @Test
  void aLineThatSaysNothingOfItLeavesItWithdrawn() throws IOException {
    take("دو", "\"updatedAt\":\"2020-02-01T00:00:00Z\",");

    editor
        .get("/v1/admin/articles/" + id)
        .body("status", equalTo("withdrawn"))
        .body("content.title", equalTo("دو"));
    assertProblem(get("/v1/articles/" + id), 410, "gone")
        .body("tombstone.reason", equalTo("نادرست بود"));
  }

  @Test
  void aLineThatSaysSoPutsItUpAgain() throws IOException {
    take("دو", "\"status\":\"published\",");

    editor.get("/v1/admin/articles/" + id).body("status", equalTo("published"));
    get("/v1/articles/" + id).statusCode(200).body("title", equalTo("دو"));
  }

  private void take(String title, String more) throws IOException {
    String line =
        "{\"externalId\":\""
            + mark
            + "\",\"publishedAt\":\"2020-01-01T00:00:00Z\","
            + more
            + "\"title\":\""
            + title
            + "\"}\n";
    ImportSummary summary =
        lines.run(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), this);
    assertEquals(1, summary.of(Count.LINES_READ));
  }

  @Override
  public void refused(Refusal refusal) {
    throw new AssertionError(refusal);
  }

  @Override
  public void warned(String warning) {}

  @Override
  public void progressed(ImportSummary soFar) {}
}
