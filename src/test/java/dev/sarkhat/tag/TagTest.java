package dev.sarkhat.tag;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TagTest extends ApiTest {

  @Inject EntityManager entityManager;

  @Test
  void oneTagTellsWhatItIs() {
    Tag tag = newsroom.tag();
    newsroom.article(newsroom.section()).tags(tag).store();
    get("/v1/tags/" + tag.slug() + "?include=articleCount")
        .statusCode(200)
        .body("title", equalTo(tag.title()))
        .body("type", equalTo("topic"))
        .body("path", equalTo("/tags/" + tag.slug()))
        .body("articleCount", equalTo(1));
    get("/v1/tags/" + tag.slug() + "?fields=slug,title")
        .body("keySet()", equalTo(Set.of("slug", "title")));
  }

  @Test
  void listsInPersianOrderOfTitlesPageByPage() {
    String mark = Newsroom.unique("نشان");
    // The order of the alphabet, not of code points: پ after ب, گ after ک, ی last.
    List<String> ordered = new ArrayList<>();
    for (String letter : List.of("آ", "ب", "پ", "ت", "ک", "گ", "ل", "ه", "ی")) {
      ordered.add(letter + mark);
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = ordered.size() - 1; i >= 0; i--) {
                String title = ordered.get(i);
                entityManager.persist(new Tag(Newsroom.unique("slug"), title, TagType.EVENT, "fa"));
              }
            });
    List<String> listed = new ArrayList<>();
    String next = "/v1/tags?type=event&limit=4";
    while (next != null) {
      var page = get(next).statusCode(200).body("data.type", everyItem(equalTo("event"))).extract();
      listed.addAll(page.jsonPath().getList("data.title", String.class));
      next = page.path("page.next");
    }
    assertEquals(ordered, listed.stream().filter(title -> title.endsWith(mark)).toList());
  }

  @Test
  void raggedSpellingsAreOneTag() {
    String unique = Newsroom.unique("خبر");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager.persist(
                    new Tag(
                        Newsroom.unique("slug"),
                        "اخبار بین‌الملل " + unique,
                        TagType.TOPIC,
                        "fa")));
    Tag ragged = new Tag(Newsroom.unique("slug"), "اخباربين الملل " + unique, TagType.TOPIC, "fa");
    assertThrows(
        PersistenceException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      entityManager.persist(ragged);
                      entityManager.flush();
                    }));
  }
}
