package dev.sarkhat.json;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Years that cannot be of news are asked about, for they are mostly of another calendar. */
@QuarkusTest
class EarlyInstantsTest extends ApiTest {

  private static final String QUESTION = "is it a Jalali date?";

  @Inject Keys keys;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1403-05-01T00:00:00Z",
        "1403-02-31T10:00:00+03:30",
        "1799-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z"
      })
  void aBodyIsAskedForTheGregorianDate(String early) {
    Section section = newsroom.section();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    int id =
        editor
            .post(
                "/v1/admin/articles",
                Map.of("title", Newsroom.unique("تیتر"), "section", section.slug()))
            .statusCode(201)
            .extract()
            .path("id");

    assertProblem(
            editor.post(
                "/v1/admin/articles/" + id + "/schedule",
                Map.of("publishAt", early),
                Map.of("If-Match", "\"0\"")),
            400,
            "invalid-body")
        .body("errors[0].pointer", equalTo("/publishAt"))
        .body("errors[0].detail", containsString(QUESTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/articles?from=1403-05-01T00:00:00Z",
        "/v1/articles?to=1403-02-31T00:00:00Z",
        "/v1/articles?to=1799-12-31T23:59:59Z",
        "/v1/articles?from=1403-05-01"
      })
  void aParameterIsAskedForTheGregorianDate(String address) {
    assertProblem(get(address), 400, "invalid-parameter")
        .body("errors[0].detail", containsString(QUESTION));
  }

  @Test
  void theNewsroomsParametersAreTheSame() {
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR));

    assertProblem(
            editor.get("/v1/admin/articles?dueFrom=1403-05-01T00:00:00Z"), 400, "invalid-parameter")
        .body("errors[0].parameter", equalTo("dueFrom"))
        .body("errors[0].detail", containsString(QUESTION));
  }

  @Test
  void theFirstYearOfNewsIsTaken() {
    get("/v1/articles?limit=1&to=1800-01-01T00:00:00Z").statusCode(200);
  }
}
