package dev.sarkhat.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Audit;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays to be read of who imported what, and of what imports replaced. */
@QuarkusTest
class ImportHistoryTest extends ApiTest {

  @Inject Keys keys;
  @Inject AuditRows audit;
  @Inject ImportRunner runner;
  @Inject Import lines;
  @Inject Audit log;
  @Inject EntityManager entities;

  private final String mark = Newsroom.unique("history");
  private Holder admin;
  private NewsroomClient editor;

  @BeforeEach
  void openNewsroom() {
    admin = keys.with(Role.ADMIN);
    editor = new NewsroomClient(keys.with(Role.EDITOR));
  }

  @Test
  void noRevisionsWordsAreLost() {
    take(article("یک" + mark, "\"lead\":\"لید\",\"tags\":[\"الف %s\",\"ب %s\"]"));
    editor.patch(address(), 0, Map.of("title", "دو" + mark)).statusCode(200);
    take(article("سه" + mark, "\"tags\":[\"پ %s\"]"));

    ValidatableResponse revisions =
        editor
            .get(address() + "/revisions")
            .statusCode(200)
            .body("data.revision", contains(2, 1, 0))
            .body("data.operation", contains("import", "changeArticle", "import"))
            .body(
                "data.savedBy.name", contains(admin.name(), editor.holder().name(), admin.name()));
    List<String> saves = revisions.extract().path("data.savedAt");
    assertTrue(saves.get(0).compareTo(saves.get(1)) >= 0, saves.toString());
    assertTrue(saves.get(1).compareTo(saves.get(2)) >= 0, saves.toString());
    revision(0)
        .body("content.title", equalTo("یک" + mark))
        .body("content.lead", equalTo("لید"))
        .body("content.tags.size()", equalTo(2))
        .body("status", equalTo("published"))
        .body("publishedAt", notNullValue())
        .body("received.title", equalTo("یک" + mark));
    revision(1).body("content.title", equalTo("دو" + mark)).body("content.lead", equalTo("لید"));
    revision(2).body("content.title", equalTo("سه" + mark)).body("content.lead", nullValue());
    editor
        .get(address())
        .body("createdBy.name", equalTo(admin.name()))
        .body("savedBy.name", equalTo(admin.name()))
        .body("savedAt", equalTo(saves.get(0)));
    editor.get("/v1/admin/articles?q=%D8%B3%D9%87" + mark).body("data.size()", equalTo(1));
    editor.get("/v1/admin/articles?q=%D8%AF%D9%88" + mark).body("data.size()", equalTo(0));

    editor
        .act(address() + "/revisions/0/restore", 2, null)
        .statusCode(200)
        .body("revision", equalTo(3))
        .body("content.title", equalTo("یک" + mark))
        .body("content.tags.size()", equalTo(2));
  }

  @Test
  void whatAnImportReplacesAtOnceIsKeptToo() {
    take(article("یک", "\"lead\":\"الف\"") + article("دو", "\"lead\":\"ب\""));

    revision(0).body("content.lead", equalTo("الف"));
    revision(1).body("content.lead", equalTo("ب"));
  }

  @Test
  void anApprovalWasOfOtherWords() {
    take(article("یک", "\"status\":\"inReview\""));
    editor.act(address() + "/approve", 0, null).statusCode(200).body("approvedAt", notNullValue());

    take(article("دو", "\"status\":\"inReview\""));

    editor.get(address()).body("status", equalTo("inReview")).body("approvedAt", nullValue());
  }

  @Test
  void whoeverHasBeenRemovedIsNotNamed() {
    Holder gone = keys.with(Role.ADMIN);
    long id = send(gone, article("یک", "\"lead\":\"الف\""));
    new NewsroomClient(admin)
        .delete("/v1/admin/principals/" + gone.principalId(), 0)
        .statusCode(204);

    runner.run(id, () -> false);

    editor
        .get(address())
        .statusCode(200)
        .body("createdBy", nullValue())
        .body("savedBy", nullValue());
    editor.get(address() + "/revisions").body("data.operation", contains("import"));
  }

  @Test
  void theAuditLogSaysWhatAnImportHasDone() {
    long id = take(article("یک", "\"lead\":\"الف\"") + "{}\n");
    long broken = send(admin, "application/gzip", "not packed".getBytes(StandardCharsets.US_ASCII));
    runner.run(broken, () -> false);

    List<String> rows = audit.of("import", id);
    assertEquals(2, rows.size(), rows.toString());
    assertEquals(admin.name() + " startImport []", rows.get(0));
    assertTrue(rows.get(1).startsWith(admin.name() + " finishImport "), rows.get(1));
    assertTrue(rows.get(1).contains("\"articlesCreated\": 1"), rows.get(1));
    assertTrue(rows.get(1).contains("\"linesRefused\": 1"), rows.get(1));
    String failed = audit.of("import", broken).get(1);
    assertTrue(failed.contains("finishImport") && failed.contains("/failure"), failed);
  }

  @Test
  void theAuditLogHasImportsFromTheCommandLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve(mark + ".ndjson");
    Files.writeString(file, article("یک", "\"lead\":\"الف\""));

    assertEquals(
        ImportCommand.TAKEN, new ImportApplication(lines, log).run(file.toString(), "", "NONE"));

    List<String> rows =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    session()
                        .createNativeQuery(
                            """
                            select principal_name || ' ' || operation || ' ' || changes
                            from audit_log where kind = 'import' and entity = :file order by id
                            """,
                            String.class)
                        .setParameter("file", mark + ".ndjson")
                        .getResultList());
    assertEquals("sarkhat startImport []", rows.get(0));
    assertTrue(rows.get(1).contains("\"articlesCreated\": 1"), rows.get(1));
    editor.get(address() + "/revisions").body("data[0].savedBy", nullValue());
  }

  private String article(String title, String more) {
    return "{\"externalId\":\""
        + mark
        + "\",\"publishedAt\":\"2020-01-01T00:00:00Z\",\"title\":\""
        + title
        + "\","
        + more.replace("%s", mark)
        + "}\n";
  }

  private String address() {
    long id =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    session()
                        .createNativeQuery(
                            "select id from article where external_id = :mark", Long.class)
                        .setParameter("mark", mark)
                        .getSingleResult());
    return "/v1/admin/articles/" + id;
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }

  private ValidatableResponse revision(int number) {
    return editor.get(address() + "/revisions/" + number).statusCode(200);
  }

  private long take(String lines) {
    long id = send(admin, lines);
    runner.run(id, () -> false);
    return id;
  }

  private static long send(Holder sender, String lines) {
    return send(sender, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
  }

  private static long send(Holder sender, String type, byte[] file) {
    return given()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .header("Authorization", "Bearer " + sender.text())
        .contentType(type)
        .body(file)
        .post("/v1/admin/imports")
        .then()
        .statusCode(202)
        .extract()
        .jsonPath()
        .getLong("id");
  }
}
