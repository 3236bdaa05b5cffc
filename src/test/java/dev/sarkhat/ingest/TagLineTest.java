package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.contains;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lines of their own say of the names of things. */
@QuarkusTest
class TagLineTest extends ApiTest implements ImportListener {

  @Inject Keys keys;
  @Inject Import lines;

  private final String mark = Newsroom.unique("names");
  private final List<String> refusals = new ArrayList<>();
  private NewsroomClient editor;

  @BeforeEach
  void openNewsroom() {
    editor = new NewsroomClient(keys.with(Role.EDITOR));
  }

  @Test
  void articlesOfTheSameBatchFindATagByItsAliases() throws IOException {
    take(
        """
        {"kind":"tag","title":"@","aliases":[{"title":"دیگر @","slug":"other-@"},{"slug":"third-@"}]}
        {"title":"الف @","publishedAt":"2020-01-01","tags":["ديگر  @",{"title":"سوم @","slug":"third-@"}]}
        """);

    assertEquals(List.of(), refusals);
    get("/v1/articles?tag=other-" + mark).body("data[0].tags.slug", contains(mark));
    get("/v1/tags/third-" + mark).body("slug", equalTo(mark));
    take("{\"title\":\"ب @\",\"publishedAt\":\"2020-01-01\",\"tags\":[\"دیگر @\"]}\n");
    get("/v1/articles?tag=" + mark).body("data.size()", equalTo(2));
  }

  @Test
  void aNameOfAnotherTagRefusesTheLine() throws IOException {
    take(
        "{\"kind\":\"tag\",\"title\":\"یک @\",\"slug\":\"one-@\",\"aliases\":[{\"slug\":\"i-@\",\"title\":\"آی @\"}]}");
    take(
        """
        {"kind":"tag","title":"دو @","slug":"two-@"}
        {"kind":"tag","title":"سه @","slug":"three-@","aliases":[{"slug":"one-@"},{"slug":"i-@"},{"title":"دو @","slug":"x-@"},{"title":"آي @","slug":"y-@"},{"slug":"two-@"}]}
        {"kind":"tag","title":"چهار @","slug":"four-@","aliases":[{"slug":"four-@","title":"پنج @"}]}
        {"kind":"tag","title":"شش @","aliases":[{"slug":"a-@"},{"slug":"a-@"}]}
        """);

    assertEquals(
        List.of(
            "2 /aliases/0/slug",
            "2 /aliases/1/slug",
            "2 /aliases/2/title",
            "2 /aliases/3/title",
            "2 /aliases/4/slug",
            "3 /aliases/0/slug",
            "4 /aliases"),
        refusals);
    assertProblem(editor.get("/v1/admin/tags/three-" + mark), 404, "not-found");
    assertProblem(editor.get("/v1/admin/tags/four-" + mark), 404, "not-found");
    editor.get("/v1/admin/tags/two-" + mark).statusCode(200);
  }

  @Test
  void aLaterLineAddsAliasesAndSaysWhetherReadersFindIt() throws IOException {
    take("{\"kind\":\"tag\",\"title\":\"@\",\"aliases\":[{\"slug\":\"a-@\",\"title\":\"یک @\"}]}");
    take(
        """
        {"kind":"tag","title":"@","listed":false,"aliases":[{"slug":"b-@"},{"slug":"a-@","title":"دو @"},{"slug":"c-@","title":"@"},{"slug":"@"}]}
        {"kind":"source","title":"@","listed":false}
        {"kind":"contributor","name":"@","listed":false}
        """);

    assertEquals(List.of(), refusals);
    editor
        .get("/v1/admin/tags/" + mark)
        .body("content.listed", equalTo(false))
        .body("content.aliases.slug", contains("a-" + mark, "b-" + mark, "c-" + mark))
        .body("content.aliases.title", contains("دو " + mark, null, null));
    for (String kind : List.of("tags", "sources", "contributors")) {
      assertProblem(get("/v1/" + kind + "/" + mark), 404, "not-found");
    }
    take(
        "{\"kind\":\"tag\",\"title\":\"@\"}\n{\"kind\":\"source\",\"title\":\"@\"}\n{\"kind\":\"contributor\",\"name\":\"@\"}");
    for (String kind : List.of("tags", "sources", "contributors")) {
      get("/v1/" + kind + "/" + mark).statusCode(200);
    }
    editor.get("/v1/admin/tags/" + mark).body("content.aliases.size()", equalTo(3));
  }

  private void take(String file) throws IOException {
    byte[] bytes = file.replace("@", mark).getBytes(StandardCharsets.UTF_8);
    lines.run(new ByteArrayInputStream(bytes), this);
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal.line() + " " + refusal.pointer());
  }

  @Override
  public void warned(String warning) {}

  @Override
  public void progressed(ImportSummary soFar) {}
}
