package dev.sarkhat.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.Keys.Holder;
import dev.sarkhat.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What is exported, and that it can be imported to the same. */
@QuarkusTest
class ExportTest extends ApiTest implements ImportListener {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Export export;
  @Inject Import lines;
  @Inject Keys keys;
  @Inject EntityManager entities;

  @TestHTTPResource("/v1/admin/export")
  URI address;

  private final String mark = Newsroom.unique("export");
  private final List<Refusal> refusals = new ArrayList<>();

  @Test
  void everythingComesBackByteForByte() throws Exception {
    String slug = mark;
    take(
        """
        {"kind":"section","slug":"%1$s","title":"بخش %1$s","position":3,"description":"الف\\nب","paths":["/old%%20/%1$s","/100%%25/%1$s"]}
        {"kind":"section","slug":"اقتصاد%1$s","title":"اقتصاد %1$s","parent":"%1$s"}
        {"kind":"tag","slug":"tag-%1$s","title":"برچسب %1$s","type":"person","description":"توضیح","aliases":[{"title":"نام دیگر %1$s"},{"slug":"alias-%1$s"},{"title":"هر دو %1$s","slug":"both-%1$s"}]}
        {"kind":"tag","slug":"hidden-%1$s","title":"پنهان %1$s","listed":false}
        {"kind":"source","slug":"source-%1$s","title":"منبع %1$s","url":"https://example.org/%1$s","listed":false}
        {"kind":"contributor","name":"پنهان %1$s","listed":false}
        {"kind":"contributor","slug":"c-%1$s","name":"نام %1$s","role":"translator","url":"https://example.org/c"}
        {"kind":"menu","slug":"menu-%1$s","title":"منو","position":2,"items":[{"label":"الف","section":"%1$s","items":[{"label":"ب","tag":"tag-%1$s"},{"label":"پ","url":"https://a.example"}]},{"label":"ت","path":"/%1$s"}]}
        {"externalId":"%1$s-1","source":{"title":"منبع %1$s","slug":"source-%1$s"},"title":"خبر یک","kicker":"روتیتر","subtitle":"زیر","lead":"لید","body":"متن\\n\\nبند دوم <b>ب</b> &amp; ج","section":{"slug":"اقتصاد%1$s"},"tags":["دو %1$s",{"title":"برچسب %1$s","slug":"tag-%1$s"}],"contributors":[{"name":"نام %1$s","role":"editor"}],"image":{"url":"https://example.org/a.jpg","alt":"تصویر","width":10},"seo":{"title":"س","noIndex":false},"pullQuotes":[{"text":"نقل","attribution":"او"},"دیگر"],"attributes":{"n":1e300,"m":1.10,"x":null,"deep":{"b":[1,2],"a":"ی"}},"dataset":"d","publishedAt":"2020-01-01","updatedAt":"2020-02-02T00:00:00.5Z","paths":["/%1$s/a.html","/%1$s/b%%2Fc"],"path":"/%1$s/d","related":["%1$s-2","%1$s-9"],"originalSource":"خبرگزاری %1$s","sourceUrl":"https://example.org/1"}
        {"externalId":"%1$s-2","source":{"title":"منبع %1$s","slug":"source-%1$s"},"title":"زمان‌دار","status":"scheduled","publishedAt":"2999-01-01T00:00:00Z","expireAt":"2999-02-01T00:00:00Z","section":"%1$s"}
        {"title":"پیش‌نویس %1$s","status":"draft","section":"%1$s"}
        {"title":"بازبینی %1$s","status":"inReview","section":"%1$s","lang":"ar","embargoUntil":"2999-01-01T00:00:00Z"}
        {"externalId":"%1$s-5","title":"پس‌گرفته","status":"withdrawn","withdrawnReason":"نادرست","publishedAt":"2020-01-01","updatedAt":"2020-03-01T00:00:00Z","section":"%1$s"}
        {"externalId":"%1$s-6","title":"منقضی","publishedAt":"2020-01-01","expireAt":"2020-03-01T00:00:00Z","section":"%1$s"}
        """
            .formatted(slug));
    List<String> before = mine();
    assertEquals(16, before.size(), String.join("\n", before));

    remove();
    assertEquals(List.of(), mine());
    ImportSummary summary = take(String.join("\n", before));

    assertEquals(List.of(), refusals);
    assertEquals(6, summary.of(Count.ARTICLES_CREATED));
    assertEquals(String.join("\n", before), String.join("\n", mine()));
    assertEquals(0, take(String.join("\n", before)).of(Count.ARTICLES_UPDATED));
    long next = newsroom.article(newsroom.section()).store();
    assertTrue(before.stream().noneMatch(line -> line.contains("\"articleId\":" + next + ",")));
  }

  @Test
  void ofMergedTagsTheirNamesComeBack() throws Exception {
    take(
        """
        {"kind":"tag","slug":"gone-%1$s","title":"رفته %1$s","aliases":[{"slug":"older-%1$s"}]}
        {"kind":"tag","slug":"stays-%1$s","title":"مانده %1$s"}
        {"externalId":"%1$s-1","title":"الف","tags":["میان %1$s","رفته %1$s","دیگر %1$s","مانده %1$s"]}
        """
            .formatted(mark));
    // As it stands before the articles follow: the tag is an alias already.
    for (String sql :
        List.of(
            """
            update tag set merged_into = (select id from tag where slug = 'stays-' || :mark)
            where slug = 'gone-' || :mark
            """,
            """
            update tag_alias set tag_id = (select id from tag where slug = 'stays-' || :mark)
            where slug = 'older-' || :mark
            """,
            """
            insert into tag_alias (slug, tag_id, title, match_key)
            select slug, merged_into, title, match_key from tag where slug = 'gone-' || :mark
            """)) {
      execute(sql, mark);
    }
    List<String> before = mine();

    assertTrue(
        before.stream().anyMatch(line -> line.contains("\"aliases\":[{\"slug\":\"gone-" + mark)),
        before.toString());
    assertTrue(
        before.stream()
            .noneMatch(
                line ->
                    line.contains(
                        "\"slug\":\"gone-"
                            + mark
                            + "\",\"title\":\"رفته "
                            + mark
                            + "\",\"type\"")));
    assertTrue(
        before
            .get(before.size() - 1)
            .contains(
                "{\"slug\":\"stays-"
                    + mark
                    + "\",\"title\":\"مانده "
                    + mark
                    + "\"},{\"slug\":\"دیگر-"),
        before.get(before.size() - 1));
    remove();
    take(String.join("\n", before));

    assertEquals(List.of(), refusals);
    assertEquals(String.join("\n", before), String.join("\n", mine()));
    given().get("/v1/tags/older-" + mark).then().statusCode(200);
  }

  @Test
  void whateverIsTakenIsStable() throws Exception {
    Random random = new Random(7);
    take("{\"kind\":\"section\",\"slug\":\"" + mark + "\",\"title\":\"" + mark + "\"}\n");
    StringBuilder file = new StringBuilder();
    for (int number = 0; number < 300; number++) {
      file.append(RandomLine.of(random, mark, number)).append('\n');
    }
    take(file.toString());
    assertEquals(List.of(), refusals);
    List<String> before = mine();
    assertTrue(before.size() > 250);

    remove();
    take(String.join("\n", before));

    assertEquals(List.of(), refusals);
    List<String> after = mine();
    for (int index = 0; index < before.size(); index++) {
      assertEquals(before.get(index), after.get(index));
    }
    assertEquals(before.size(), after.size());
  }

  @Test
  void aNumberThatBelongsToAnotherArticleIsRefused() throws Exception {
    take("{\"externalId\":\"" + mark + "\",\"title\":\"الف\"}\n");
    String line =
        mine().stream().filter(each -> each.contains("articleId")).findFirst().orElseThrow();
    ObjectNode other = (ObjectNode) JSON.readTree(line);
    other.put("createdAt", "2001-01-01T00:00:00.000Z").put("externalId", mark + "-other");

    take(other.toString());

    assertEquals("/articleId", refusals.get(0).pointer());
    take(((ObjectNode) JSON.readTree(line)).put("title", "ب " + mark).toString());
    assertEquals(1, refusals.size());
    assertTrue(mine().stream().anyMatch(each -> each.contains("ب " + mark)));
  }

  @Test
  void itIsStreamedToAdminsPackedOrPlain() throws Exception {
    take("{\"externalId\":\"" + mark + "\",\"title\":\"الف\"}\n");
    String plain = new String(get(false).body(), StandardCharsets.UTF_8);
    HttpResponse<byte[]> packed = get(true);

    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
    assertEquals("private, no-store", packed.headers().firstValue("Cache-Control").orElseThrow());
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertEquals(plain, new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertTrue(plain.contains(mark));
    assertTrue(plain.endsWith("}\n"));
    for (String line : plain.split("\n")) {
      assertTrue(JSON.readTree(line).has("kind"));
    }
    assertProblem(given().get("/v1/admin/export").then(), 401, "unauthenticated");
    assertProblem(
        given()
            .header("Authorization", "Bearer " + keys.with(Role.EDITOR).text())
            .get("/v1/admin/export")
            .then(),
        403,
        "forbidden");
  }

  @Test
  void whoeverAsksForTheFieldsAloneIsGivenNothingElse() {
    Holder admin = keys.with(Role.ADMIN);
    for (int times = 0; times < 2; times++) {
      given()
          .header("Authorization", "Bearer " + admin.text())
          .head("/v1/admin/export")
          .then()
          .statusCode(200)
          .contentType("application/x-ndjson")
          .header("Cache-Control", "private, no-store");
    }
    given()
        .header("Authorization", "Bearer " + admin.text())
        .get("/v1/admin/audit?principal=" + admin.principalId())
        .then()
        .statusCode(200)
        .body("data.size()", equalTo(0));
    given()
        .header("Authorization", "Bearer " + keys.with(Role.EDITOR).text())
        .head("/v1/admin/export")
        .then()
        .statusCode(403);
  }

  @Test
  void oldPathsComeBackHoweverTheyAreSpelled() {
    for (String path :
        List.of(
            "/a", "/a b", "/100%", "/%41", "/a/", "/\\x", "//x", "/ه‌ا", "/a?b=c#d", "/\u3000")) {
      String encoded = OldPaths.encoded(path);
      assertTrue(dev.sarkhat.json.FieldFormat.isPath(encoded), encoded);
      assertEquals(path, dev.sarkhat.json.FieldFormat.decodedPath(encoded));
    }
  }

  private HttpResponse<byte[]> get(boolean packed) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + keys.with(Role.ADMIN).text());
    if (packed) {
      request.header("Accept-Encoding", "br, gzip;q=0.5");
    }
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    return answer;
  }

  private ImportSummary take(String file) throws Exception {
    return lines.run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), this);
  }

  /** The lines of what this test has made. */
  private List<String> mine() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(mark))
        .toList();
  }

  private void remove() {
    for (String sql :
        List.of(
            "delete from article where external_id like :mark or title like :mark or section_id in"
                + " (select id from section where slug like :mark)",
            "delete from menu where slug like :mark",
            "delete from redirect where path like :mark",
            "delete from section where slug like :mark and parent_id is not null",
            "delete from section where slug like :mark",
            "delete from tag where title like :mark",
            "delete from contributor where name like :mark",
            "delete from source where title like :mark")) {
      execute(sql, "%" + mark + "%");
    }
    assertFalse(mark.isEmpty());
  }

  private void execute(String sql, String parameter) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeMutationQuery(sql)
                    .setParameter("mark", parameter)
                    .executeUpdate());
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void warned(String warning) {}

  @Override
  public void progressed(ImportSummary soFar) {}
}
