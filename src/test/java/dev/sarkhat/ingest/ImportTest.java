package dev.sarkhat.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Imports into a database in which other tests write too: each test names things of its own. */
@QuarkusTest
class ImportTest implements ImportListener {

  @Inject Import lines;
  @Inject EntityManager entityManager;
  @Inject SampleNewsroom sample;

  private final String mark = "i" + UUID.randomUUID().toString().substring(0, 8);
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  @Test
  void theSameFileTwiceChangesNothing() {
    String file =
        article("1", "\"title\":\"یک\"")
            + article("2", "\"title\":\"دو\",\"publishedAt\":\"2020-01-01\"")
            + "{\"title\":\"بی شماره "
            + mark
            + "\"}\n";

    ImportSummary first = run(file);
    ImportSummary second = run(file);

    assertEquals(3, first.of(Count.ARTICLES_CREATED));
    assertEquals(2, first.of(Note.PUBLISHED_AT_MISSING));
    assertEquals(1, first.of(Note.DATE_WITHOUT_TIME));
    assertEquals(3, second.of(Count.ARTICLES_UNCHANGED));
    assertEquals(0, second.of(Count.ARTICLES_CREATED) + second.of(Count.ARTICLES_UPDATED));
  }

  @Test
  void aLaterLineForAnArticleIsItsNewerVersion() {
    String file =
        article("1", "\"title\":\"آتش در حال گسترش\",\"tags\":\"الف " + mark + "\"")
            + article("1", "\"title\":\"آتش مهار شد\",\"tags\":\"ب " + mark + "\"");

    ImportSummary summary = run(file);
    ImportSummary again = run(file);

    assertEquals(1, summary.of(Count.ARTICLES_CREATED));
    assertEquals(1, summary.of(Count.ARTICLES_UPDATED));
    assertEquals(2, again.of(Count.ARTICLES_UNCHANGED));
    assertEquals(List.of("آتش مهار شد"), titles());
    assertEquals(
        List.of("آتش در حال گسترش", "آتش مهار شد"),
        texts(
            "select r.received ->> 'title' from article_revision r join article a on a.id = r.article_id"
                + " where a.external_id like :mark order by r.revision"));
    assertEquals(List.of("ب " + mark), tagsOfArticles());
  }

  @Test
  void aLineThatChangesTheTagsAloneIsARevision() {
    run(
        article(
            "1",
            "\"title\":\"الف\",\"updatedAt\":\"2020-01-01T00:00:00Z\",\"publishedAt\":\"2020-01-01\""));
    run(
        article(
            "1",
            "\"title\":\"الف\",\"updatedAt\":\"2020-01-01T00:00:00Z\",\"publishedAt\":\"2020-01-01\",\"tags\":\"ب "
                + mark
                + "\""));

    assertEquals(
        List.of("0", "1"),
        texts(
            "select cast(r.revision as text) from article_revision r join article a on a.id = r.article_id"
                + " where a.external_id like :mark order by r.revision"));
  }

  @Test
  void anUnchangedLineDoesNotOverwriteAnEditor() {
    String file = article("1", "\"title\":\"عنوان فرستنده\"");
    run(file);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery(
                        "update article set title = 'عنوان دبیر' where external_id like :mark")
                    .setParameter("mark", mark + "%")
                    .executeUpdate());

    run(file);

    assertEquals(List.of("عنوان دبیر"), titles());
  }

  @Test
  void refusalsAreToldInTheOrderOfTheLines() {
    String unknownSection =
        "{\"kind\":\"menu\",\"slug\":\"%s\",\"title\":\"a\",\"items\":[{\"label\":\"a\",\"section\":\"%s\"}]}\n"
            .formatted(mark, mark);

    run(
        unknownSection
            + "{}\n"
            + article("1", "\"title\":\"a\"")
            + " "
            + unknownSection.replace("menu\",", "menu\",\"position\":2,")
            + "{}\n");

    assertEquals(List.of(1L, 2L, 4L, 5L), refusals.stream().map(Refusal::line).toList());
  }

  @Test
  void raggedSpellingsOfATagAreOneTag() {
    run(
        article("1", "\"title\":\"الف\",\"tags\":\"اخبار" + mark + " بین الملل ,x" + mark + "\"")
            + article("2", "\"title\":\"ب\",\"tags\":[\"اخبار" + mark + " بین\u200Cالملل\"]")
            + article("3", "\"title\":\"پ\",\"tags\":[\"اخبار" + mark + "بين الملل\"]"));

    assertEquals(
        List.of("x" + mark, "اخبار" + mark + " بین الملل"),
        texts("select title from tag where title like :any order by title collate \"C\""));
  }

  @Test
  void aLineThatTheDatabaseRefusesLeavesTheOthersIn() {
    // Words without repetition: a path that no index row can hold, however it is packed.
    StringBuilder path = new StringBuilder("/");
    for (int word = 0; path.length() < 1_900; word++) {
      path.appendCodePoint(0x4E00 + word * 7919 % 20_000);
    }
    ImportSummary summary =
        run(
            article("1", "\"title\":\"الف\"")
                + article("2", "\"title\":\"ب\",\"path\":\"" + path + "\"")
                + article("3", "\"title\":\"پ\"")
                + "{\"titel\":\"ت\"}\n\n"
                + article("5", "\"title\":\"ث\""));

    assertEquals(3, summary.of(Count.ARTICLES_CREATED));
    assertEquals(2, summary.of(Count.LINES_REFUSED));
    assertEquals(List.of("الف", "ث", "پ"), titles());
    assertTrue(
        refusals.stream()
            .anyMatch(each -> each.line() == 2 && (mark + "-2").equals(each.externalId())));
  }

  @Test
  void aWithdrawnArticleKeepsItsDateAndTellsWhy() {
    run(article("1", "\"title\":\"الف\",\"publishedAt\":\"2020-01-01\""));
    run(article("1", "\"title\":\"الف\",\"status\":\"withdrawn\",\"withdrawnReason\":\"نادرست\""));

    assertEquals(
        List.of("withdrawn نادرست 2019-12-31"),
        texts(
            "select status || ' ' || withdrawn_reason || ' ' || to_char(published_at at time zone 'UTC', 'YYYY-MM-DD')"
                + " from article where external_id like :mark and withdrawn_at is not null"));
  }

  @Test
  void anArticleAheadOfTheClockIsScheduledAndAnOldPathLeadsToIt() {
    ImportSummary summary =
        run(
            article(
                "1",
                "\"title\":\"الف\",\"publishedAt\":\"2999-01-01T00:00:00Z\",\"path\":\"/"
                    + mark
                    + "/a.html\""));

    assertEquals(1, summary.of(Count.REDIRECTS_PUT));
    assertEquals(
        List.of("scheduled"), texts("select status from article where external_id like :mark"));
    assertEquals(
        List.of("/" + mark + "/a.html"),
        texts(
            "select r.path from redirect r join article a on a.id = r.article_id where a.external_id like :mark"));
  }

  @Test
  void relatedArticlesAreJoinedWhenTheyArrive() {
    run(article("1", "\"title\":\"الف\",\"related\":[\"" + mark + "-2\",\"" + mark + "-3\"]"));
    assertTrue(warnings.stream().anyMatch(warning -> warning.contains(mark + "-2")));

    ImportSummary summary = run(article("2", "\"title\":\"ب\""));

    assertEquals(1, summary.of(Count.RELATED_JOINED));
    assertEquals(
        List.of(mark + "-2"),
        texts(
            "select t.external_id from article_related r join article a on a.id = r.article_id"
                + " join article t on t.id = r.related_id where a.external_id like :mark"));
  }

  @Test
  void aSectionIsMatchedByItsSlugAndByItsTitle() {
    run(
        article(
                "1",
                "\"title\":\"الف\",\"section\":\""
                    + mark
                    + "\",\"sectionLabel\":\"بخش "
                    + mark
                    + "\"")
            + article("2", "\"title\":\"ب\",\"section\":\"بخش " + mark + "\"")
            + article(
                "3",
                "\"title\":\"پ\",\"section\":\"" + mark + "\",\"subsection\":\"زیر " + mark + "\"")
            + article("4", "\"title\":\"ت\",\"section\":\"زیر " + mark + "\""));

    assertEquals(
        List.of("/" + mark, "/" + mark + "/زیر-" + mark, "/زیر-" + mark + "-2"),
        texts("select path from section where path like :any order by id"));
  }

  @Test
  void theSampleNewsroomIsTakenWhole() throws IOException {
    ImportSummary first = sample.load();
    ImportSummary second = sample.load();

    assertEquals(0, first.of(Count.LINES_REFUSED));
    assertEquals(
        second.of(Count.LINES_READ),
        second.of(Count.ARTICLES_UNCHANGED) + second.of(Count.OTHERS_UNCHANGED));
  }

  private String article(String number, String fields) {
    return "{\"externalId\":\"" + mark + "-" + number + "\"," + fields + "}\n";
  }

  private ImportSummary run(String file) {
    try {
      return lines.run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), this);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<String> titles() {
    return texts("select title from article where external_id like :mark order by title");
  }

  private List<String> tagsOfArticles() {
    return texts(
        "select t.title from article_tag l join tag t on t.id = l.tag_id join article a on a.id = l.article_id"
            + " where a.external_id like :mark order by l.position");
  }

  private List<String> texts(String sql) {
    boolean any = sql.contains(":any");
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entityManager
                    .createNativeQuery(sql, String.class)
                    .setParameter(any ? "any" : "mark", any ? "%" + mark + "%" : mark + "%")
                    .getResultList()
                    .stream()
                    .map(String.class::cast)
                    .toList());
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void warned(String warning) {
    warnings.add(warning);
  }

  @Override
  public void progressed(ImportSummary soFar) {
    assertTrue(soFar.of(Count.LINES_READ) >= 0);
  }
}
