package dev.sarkhat.article.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A revision tells its words as the article did. */
@QuarkusTest
class RevisionContentTest extends ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Keys keys;

  @Test
  void itsFieldsStandInTheArticlesOrder() throws JsonProcessingException {
    Section section = newsroom.section();
    Contributor contributor = newsroom.contributor();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    Map<String, Object> sent =
        Map.ofEntries(
            Map.entry("title", "x"),
            Map.entry("section", section.slug()),
            Map.entry("kicker", "k"),
            Map.entry("lead", "l"),
            Map.entry("body", "<p>b</p>"),
            Map.entry("pullQuotes", List.of(Map.of("text", "q", "attribution", "w"))),
            Map.entry("seo", Map.of("title", "t", "noIndex", true)),
            Map.entry(
                "image",
                Map.of("url", "https://a.example/b.jpg", "alt", "c", "credit", "d", "width", 7)),
            Map.entry("contributors", List.of(Map.of("slug", contributor.slug()))),
            Map.entry("attributes", Map.of("long name", 1.50, "b", List.of(1), "c", Map.of())));
    int id = editor.post("/v1/admin/articles", sent).statusCode(201).extract().path("id");
    String address = "/v1/admin/articles/" + id;

    String article = content(editor.get(address));
    assertEquals(article, content(editor.get(address + "/revisions/0")));
    editor.patch(address, 0, Map.of("title", "y")).statusCode(200);
    assertEquals(article, content(editor.get(address + "/revisions/0")));
  }

  private static String content(ValidatableResponse response) throws JsonProcessingException {
    return JSON.readTree(response.statusCode(200).extract().asString()).get("content").toString();
  }
}
