package dev.sarkhat.ingest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.access.Audit;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.NewsroomClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Imports that proofread what they bring. */
@QuarkusTest
class ImportSpellingTest extends ImportJobTests {

  private static final String WORDS =
      "\"title\":\"آنها به خانه می روند\",\"lead\":\"سلام؟؟ او می رود ، سپس می آید\","
          + "\"body\":\"<p>شهر را <a href=\\\"https://example.org/می روند\\\">می بینند</a> ، و"
          + " می<b>روند</b></p>\"";

  @Inject AuditRows audit;
  @Inject Import imports;
  @Inject Audit log;

  private ValidatableResponse start(String mode, String lines) {
    return asAdmin()
        .contentType("application/x-ndjson")
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post(PATH + "?spelling=" + mode)
        .then();
  }

  private long take(String mode, String lines) {
    long id = id(start(mode, lines));
    runner.run(id, () -> false);
    return id;
  }

  private ValidatableResponse spelling(long id) {
    return asAdmin().get(PATH + "/" + id + "/spelling?limit=100").then().statusCode(200);
  }

  private NewsroomClient newsroomOfAdmin() {
    return new NewsroomClient(admin);
  }

  private static List<SpellingNote> rows(ValidatableResponse answer) {
    return answer.extract().jsonPath().getList("data", SpellingNote.class);
  }

  @Test
  void withoutTheOptionWordsStayAsTheyCame() {
    long id = id(asAdmin().contentType("application/x-ndjson").body(bytes()).post(PATH).then());
    runner.run(id, () -> false);

    job(id)
        .body("spelling", equalTo("none"))
        .body("counts.spellingsApplied", equalTo(0))
        .body("counts.spellingsProposed", equalTo(0));
    spelling(id).body("data", empty());
    assertTrue(audit.of("import", id).get(0).endsWith("startImport []"));
  }

  private byte[] bytes() {
    return article(1, WORDS).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void proposalsAreToldAndCanBeAcceptedAsTheyAre() {
    long id = take("propose", article(1, WORDS));

    job(id).body("spelling", equalTo("propose")).body("counts.spellingsApplied", equalTo(0));
    List<SpellingNote> rows = rows(spelling(id));
    job(id).body("counts.spellingsProposed", equalTo(rows.size()));
    assertTrue(rows.stream().noneMatch(SpellingNote::applied));
    String article = "/v1/admin/articles/" + rows.get(0).articleId();
    newsroomOfAdmin()
        .get(article)
        .body("revision", equalTo(0))
        .body("content.title", equalTo("آنها به خانه می روند"));

    List<Map<String, Object>> accepted = new ArrayList<>();
    for (SpellingNote row : rows) {
      accepted.add(
          Map.of(
              "pointer", row.pointer(),
              "start", row.start(),
              "end", row.end(),
              "original", row.original(),
              "replacement", row.replacement()));
    }
    newsroomOfAdmin()
        .act(article + "/spelling", 0, Map.of("accept", accepted))
        .statusCode(200)
        .body("content.title", equalTo("آنها به خانه می\u200Cروند"));
    assertTrue(
        audit.of("import", id).get(0).contains("\"propose\""), audit.of("import", id).toString());
  }

  @Test
  void safeRepairsAreMadeAndToldAndTheReceivedWordsKept() {
    long id =
        take(
            "apply",
            article(1, WORDS)
                + "{\"titel\":\"می روند\"}\n"
                + article(2, "\"title\":\"They go ، 12\",\"lang\":\"en\""));

    List<SpellingNote> rows = rows(spelling(id));
    long applied = rows.stream().filter(SpellingNote::applied).count();
    job(id)
        .body("refused", equalTo(1))
        .body("counts.articlesCreated", equalTo(2))
        .body("counts.spellingsApplied", equalTo((int) applied))
        .body("counts.spellingsProposed", equalTo((int) (rows.size() - applied)));
    assertTrue(rows.stream().allMatch(row -> row.line() == 1));
    assertTrue(rows.stream().anyMatch(row -> !row.applied() && row.rule().equals("doubledMark")));

    String article = "/v1/admin/articles/" + rows.get(0).articleId();
    JsonPath content =
        newsroomOfAdmin()
            .get(article)
            .body("revision", equalTo(0))
            .body("content.title", equalTo("آنها به خانه می\u200Cروند"))
            .body("content.slug", equalTo("آنها-به-خانه-می-روند"))
            .body("content.lead", equalTo("سلام؟؟ او می\u200Cرود، سپس می\u200Cآید"))
            .body("content.body", containsString("\">می\u200Cبینند</a>"))
            .body("content.body", containsString("می<strong>روند</strong></p>"))
            .body("content.body", startsWith("<p>شهر را <a href=\"https://example.org/"))
            .extract()
            .jsonPath();
    for (SpellingNote row : rows) {
      String stored = content.getString("content" + row.pointer().replace('/', '.'));
      assertEquals(
          row.applied() ? row.replacement() : row.original(),
          stored.substring(row.start(), row.end()));
    }
    newsroomOfAdmin()
        .get(article + "/revisions/0")
        .body("received.title", equalTo("آنها به خانه می روند"))
        .body("content.title", equalTo("آنها به خانه می\u200Cروند"));
    assertTrue(audit.of("import", id).get(0).contains("\"apply\""));
  }

  @Test
  void aRepairThatDoesNotFitIsProposedOnly() {
    String title = "میرود " + "آ".repeat(494);
    long id = take("apply", article(1, "\"title\":\"" + title + "\""));

    spelling(id)
        .body("data", hasSize(1))
        .body("data[0].applied", equalTo(false))
        .body("data[0].replacement", equalTo("می\u200Cرود"));
    job(id).body("counts.spellingsProposed", equalTo(1));
  }

  @Test
  void whatWasTakenBeforeIsNotReadAgain() {
    take("none", article(1, WORDS));
    long id = take("apply", article(1, WORDS));
    job(id)
        .body("counts.articlesUnchanged", equalTo(1))
        .body("counts.spellingsApplied", equalTo(0));
  }

  @Test
  void theListIsCutIntoPages() {
    long id = take("propose", article(1, WORDS) + article(2, WORDS));
    List<SpellingNote> all = rows(spelling(id));
    List<SpellingNote> paged = new ArrayList<>();
    String next = PATH + "/" + id + "/spelling?limit=2";
    while (next != null) {
      ValidatableResponse page =
          asAdmin().urlEncodingEnabled(false).get(next).then().statusCode(200);
      paged.addAll(rows(page));
      next = page.extract().path("page.next");
    }
    assertEquals(all, paged);
  }

  @Test
  void anUnknownModeIsRefused() {
    assertProblem(start("fix", article(1, WORDS)), 400, "invalid-parameter")
        .body("errors.parameter", contains("spelling"));
    assertProblem(asAdmin().get(PATH + "/999999999/spelling").then(), 404, "not-found");
  }

  @Test
  void theCommandTellsEachRepair(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve(admin.name() + ".ndjson"), bytes());
    Path report = directory.resolve("report");

    assertEquals(
        ImportCommand.TAKEN,
        new ImportApplication(imports, log).run(file.toString(), report.toString(), "APPLY"));

    List<String> told = Files.readAllLines(report);
    assertTrue(
        told.stream()
            .anyMatch(
                line ->
                    line.startsWith("{\"line\":1,")
                        && line.contains("\"pointer\":\"/title\"")
                        && line.contains("\"original\":\"می روند\"")
                        && line.contains("\"applied\":true")),
        told.toString());
    assertEquals(
        1L,
        count(
            "select count(*) from audit_log where operation = 'startImport' and entity = :mark"
                + " and cast(changes as text) like '%\"apply\"%'",
            String.valueOf(file.getFileName())));
  }

  @Test
  void theCommandKnowsItsModes() {
    CommandLine command = new CommandLine(new ImportCommand());
    assertEquals(ImportCommand.UNUSABLE, command.execute("--spelling", "fix", "none.ndjson"));
    assertEquals(
        ImportCommand.UNUSABLE, command.execute("--dry-run", "--spelling=apply", "none.ndjson"));
  }
}
