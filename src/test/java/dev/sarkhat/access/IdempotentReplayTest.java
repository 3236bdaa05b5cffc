package dev.sarkhat.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer is told again to whoever may still do what it is the answer of. */
@QuarkusTest
class IdempotentReplayTest extends ApiTest {

  private static final String ARTICLES = "/v1/admin/articles";

  @Inject Keys keys;

  private final Map<String, String> once = Map.of("Idempotency-Key", Newsroom.unique("key"));
  private NewsroomClient admin;

  @BeforeEach
  void anAdmin() {
    admin = new NewsroomClient(keys.with(Role.ADMIN));
  }

  @Test
  void whoMayNotDoItAnywhereAnyMoreIsNotToldTheAnswer() {
    NewsroomClient other = new NewsroomClient(keys.with(Role.ADMIN));
    String name = Newsroom.unique("برنامه");
    other.post("/v1/admin/principals", Map.of("name", name), once).statusCode(201);

    grant(other, 0, Map.of("role", "editor"));

    assertProblem(other.post("/v1/admin/principals", Map.of("name", name), once), 403, "forbidden")
        .body("detail", not(containsString(name)));
    grant(other, 1, Map.of("role", "admin"));
    other
        .post("/v1/admin/principals", Map.of("name", name), once)
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .body("content.name", equalTo(name));
  }

  @Test
  void whoseSectionIsAnotherOneIsNotToldTheAnswer() {
    Section before = newsroom.section();
    Section after = newsroom.section();
    NewsroomClient reporter = new NewsroomClient(keys.with(Role.REPORTER, before));
    Map<String, String> article = Map.of("title", "یک", "section", before.slug());
    reporter.post(ARTICLES, article, once).statusCode(201);

    grant(reporter, 0, Map.of("role", "reporter", "section", after.slug()));

    assertProblem(reporter.post(ARTICLES, article, once), 403, "forbidden");
  }

  @Test
  void whoMayNotSeeItAnyMoreIsNotToldThatItIsThere() {
    Section section = newsroom.section();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    NewsroomClient reporter = new NewsroomClient(keys.with(Role.REPORTER, section));
    int id =
        reporter
            .post(ARTICLES, Map.of("title", "یک", "section", section.slug()))
            .extract()
            .path("id");
    publish(editor, id).statusCode(200);

    grant(editor, 0, Map.of("role", "editor", "section", newsroom.section().slug()));

    assertProblem(publish(editor, id), 404, "not-found");
  }

  @Test
  void whatWasAllowedThenIsToldThoughItIsDone() {
    Section section = newsroom.section();
    NewsroomClient reporter = new NewsroomClient(keys.with(Role.REPORTER, section));
    int id =
        reporter
            .post(ARTICLES, Map.of("title", "یک", "section", section.slug()))
            .extract()
            .path("id");
    submit(reporter, id).statusCode(200).body("status", equalTo("inReview"));

    // It is no draft of theirs any more, and the request is the one that made it so.
    submit(reporter, id).statusCode(200).header("Idempotent-Replayed", "true");
  }

  @Test
  void whoMayNotMakeKeysAnyMoreIsNotToldOfOne() {
    NewsroomClient other = new NewsroomClient(keys.with(Role.ADMIN));
    String address = "/v1/admin/principals/" + keys.withoutRole().principalId() + "/keys";
    String id = other.post(address, Map.of(), once).statusCode(201).extract().path("id");

    grant(other, 0, Map.of("role", "editor"));

    assertProblem(other.post(address, Map.of(), once), 403, "forbidden")
        .body("detail", not(containsString(id)));
  }

  private ValidatableResponse publish(NewsroomClient client, int id) {
    return client.post(
        ARTICLES + "/" + id + "/publish",
        null,
        Map.of("If-Match", "\"0\"", "Idempotency-Key", once.get("Idempotency-Key")));
  }

  private ValidatableResponse submit(NewsroomClient client, int id) {
    return client.post(
        ARTICLES + "/" + id + "/submit",
        null,
        Map.of("If-Match", "\"0\"", "Idempotency-Key", once.get("Idempotency-Key")));
  }

  private void grant(NewsroomClient to, int revision, Map<String, String> role) {
    admin
        .put(
            "/v1/admin/principals/" + to.holder().principalId(),
            revision,
            Map.of("name", to.holder().name(), "grants", List.of(role)))
        .statusCode(200);
  }
}
