package dev.sarkhat.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.SqlLog;
import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import dev.sarkhat.section.Section;
import dev.sarkhat.source.Source;
import dev.sarkhat.tag.Tag;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a read costs the database: statements that do not grow with what is shown. */
@QuarkusTest
class ArticleStatementsTest extends ApiTest {

  @Inject @PersistenceUnitExtension SqlLog log;

  @Test
  void pageOfTwentyCostsAsManyStatementsAsAPageOfOneAndLoadsNoBody() {
    Section section = newsroom.section();
    for (int i = 0; i < 20; i++) {
      Source source = newsroom.source();
      Contributor contributor = newsroom.contributor();
      Tag[] tags = {newsroom.tag(), newsroom.tag()};
      newsroom
          .article(section)
          .source(source)
          .tags(tags)
          .contributor(contributor, ContributorRole.REPORTER)
          .store();
    }
    String address = "/v1/articles?section=" + section.slug() + "&limit=";
    List<String> one = log.during(() -> get(address + 1).statusCode(200));
    List<String> twenty = log.during(() -> get(address + 20).statusCode(200));
    // The section's slug, the listing, the articles, their tags, their contributors.
    assertEquals(5, twenty.size(), () -> String.join("\n", twenty));
    assertEquals(5, one.size(), () -> String.join("\n", one));
    assertTrue(
        twenty.stream().noneMatch(sql -> sql.matches("(?s).*\\bbody\\b.*")),
        () -> String.join("\n", twenty));
  }

  @Test
  void frontCostsFourStatements() {
    newsroom.article(newsroom.section()).store();
    assertEquals(4, log.during(() -> get("/v1/articles").statusCode(200)).size());
  }

  @Test
  void fieldsThatAreNotAskedForAreNotRead() {
    newsroom.article(newsroom.section()).store();
    List<String> statements = log.during(() -> get("/v1/articles?fields=id,title").statusCode(200));
    assertEquals(2, statements.size());
    assertFalse(statements.stream().anyMatch(sql -> sql.contains("article_contributor")));
    assertFalse(statements.stream().anyMatch(sql -> sql.contains("article_tag")));
  }

  @Test
  void articleWithItsRelatedOnesCostsNineStatements() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    long id = newsroom.article(section).tags(tag).store();
    for (int i = 0; i < 5; i++) {
      newsroom.article(section).tags(tag).store();
    }
    // Its row, tags, contributors and body; the grounds and the numbers of the related ones, their
    // rows, tags and contributors.
    List<String> statements =
        log.during(() -> get("/v1/articles/" + id + "?include=related").statusCode(200));
    assertEquals(9, statements.size(), () -> String.join("\n", statements));
  }

  @Test
  void treeOfSectionsCostsOneStatement() {
    newsroom.section(newsroom.section(newsroom.section()));
    assertEquals(1, log.during(() -> get("/v1/sections").statusCode(200)).size());
  }
}
