package dev.sarkhat.search;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.SqlLog;
import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds searches to a number of statements that does not grow with what is found. */
@QuarkusTest
class SearchStatementsTest extends ApiTest {

  @Inject @PersistenceUnitExtension SqlLog log;

  private List<String> statements(String word, int found, String parameters) {
    return log.during(
        () ->
            get("/v1/search?q=" + word + parameters).statusCode(200).body("data", hasSize(found)));
  }

  @Test
  void areAsManyForOneArticleAsForTwenty() {
    Section section = newsroom.section();
    String one = Newsroom.unique("one").replace("-", "");
    String many = Newsroom.unique("many").replace("-", "");
    newsroom.article(section).title(one).tags(newsroom.tag()).store();
    for (int count = 0; count < 20; count++) {
      Tag tag = newsroom.tag();
      newsroom.article(section).title(many).tags(tag).store();
    }
    for (String parameters : List.of("", "&facets=section,tag,month", "&highlight=none")) {
      List<String> ofOne = statements(one, 1, parameters);
      List<String> ofMany = statements(many, 20, parameters);
      assertEquals(ofOne.size(), ofMany.size(), () -> ofOne + "\n" + ofMany);
      assertTrue(ofMany.size() <= 6, ofMany::toString);
    }
    List<String> plain = statements(many, 20, "&highlight=none&fields=id,title");
    assertTrue(plain.stream().noneMatch(sql -> sql.contains("body")), plain::toString);
  }
}
