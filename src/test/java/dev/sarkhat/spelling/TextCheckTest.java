package dev.sarkhat.spelling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.AuditRows;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TextCheckTest extends ApiTest {

  private static final String CHECK = "/v1/admin/text/check";

  @Inject Keys keys;
  @Inject AuditRows audit;

  private NewsroomClient reader;

  @BeforeEach
  void people() {
    reader = new NewsroomClient(keys.with(Role.READER, newsroom.section()));
  }

  private ValidatableResponse check(String text) {
    return reader.post(CHECK, Map.of("text", text)).statusCode(200);
  }

  @Test
  void proposesRepairsWithTheirPlaces() {
    String text = "آنها به خانه می روند ، ١٢ نفر.";
    ValidatableResponse found =
        check(text)
            .header("Cache-Control", equalTo("private, no-store"))
            .body("proposals.rule", contains("halfSpace", "markSpace", "digit"))
            .body("proposals.original", contains("می روند", " ،", "١٢"))
            .body("proposals.replacement", contains("می\u200Cروند", "،", "۱۲"))
            .body("proposals[0].confidence", greaterThanOrEqualTo(0.95f))
            .body("proposals.safe", contains(true, true, true))
            .body("proposals[0].pointer", nullValue())
            .body("corrected", equalTo("آنها به خانه می\u200Cروند، ۱۲ نفر."))
            .body("complete", equalTo(true));
    List<ProposalView> proposals =
        found.extract().jsonPath().getList("proposals", ProposalView.class);
    for (ProposalView each : proposals) {
      assertEquals(each.original(), text.substring(each.start(), each.end()));
    }
  }

  @Test
  void proposesNothingForWhatIsRightOrNotPersian() {
    check("آنها به خانه می\u200Cروند.").body("proposals", empty());
    check("").body("proposals", empty()).body("corrected", equalTo(""));
    check("They go home ، 12").body("proposals", empty());
    reader
        .post(CHECK, Map.of("text", "هذا كتاب علي ، هنا", "lang", "ar"))
        .statusCode(200)
        .body("proposals", empty())
        .body("corrected", equalTo("هذا كتاب علي ، هنا"));
    reader
        .post(CHECK, Map.of("text", "به خانه می روند", "lang", "fa-IR"))
        .statusCode(200)
        .body("proposals", hasSize(1));
  }

  @Test
  void tellsSomeOfVeryMany() {
    check("می روند ".repeat(6_000))
        .body("proposals", hasSize(5_000))
        .body("complete", equalTo(false));
  }

  @Test
  void refusesWhatIsNoText() {
    assertProblem(reader.post(CHECK, Map.of()), 400, "invalid-body")
        .body("errors.pointer", contains("/text"));
    assertProblem(
            reader.post(CHECK, Map.of("text", 5, "lang", "persian!", "mode", "x")),
            400,
            "invalid-body")
        .body("errors.pointer", hasItem("/text"))
        .body("errors.pointer", hasItem("/lang"))
        .body("errors.pointer", hasItem("/mode"));
    assertProblem(reader.post(CHECK, Map.of("text", "a".repeat(1_000_001))), 400, "invalid-body")
        .body("errors.pointer", contains("/text"));
    assertProblem(
        reader.post(CHECK, Map.of("text", "ب".repeat(2_000_000))), 413, "content-too-large");
    assertProblem(reader.post(CHECK + "?mode=x", Map.of("text", "متن")), 400, "unknown-parameter");
  }

  @Test
  void isForThoseOfTheNewsroomAndWritesNothing() {
    NewsroomClient stranger = new NewsroomClient(keys.withoutRole());
    assertProblem(stranger.post(CHECK, Map.of("text", "متن")), 403, "forbidden");
    check("می روند");
    assertTrue(audit.operationsOf(reader.holder().principalId()).isEmpty());
  }

  @Test
  void theArchiveIsTheWitness() {
    Section section = newsroom.section();
    String text = "بر شارنمک بادگین ایستاد";
    check(text).body("proposals", empty());
    for (int article = 0; article < 25; article++) {
      newsroom
          .article(section)
          .title("خبر شارنمک\u200Cبادگین")
          .body(
              "<p>کتاب\u200Cهای تازه را می\u200Cخوانند، خانه\u200Cهای نو را می\u200Cسازند و از"
                  + " شارنمک\u200Cبادگین می\u200Cگویند.</p>")
          .store();
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<Boolean> safe = List.of();
    // The articles are indexed one after the other, and each makes it surer.
    while (!safe.contains(true) && System.nanoTime() < deadline) {
      safe = check(text).extract().path("proposals.safe");
    }
    check(text)
        .body("archive", equalTo(true))
        .body("proposals.safe", contains(true))
        .body("proposals.replacement", contains("شارنمک\u200Cبادگین"));
  }
}
