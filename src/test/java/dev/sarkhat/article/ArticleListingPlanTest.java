package dev.sarkhat.article;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every list to its listing index, with PostgreSQL's plans for twenty thousand articles: a
 * list that sorted or scanned the articles would be as slow as the archive is large, and no test of
 * its answers would tell.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleListingPlanTest {

  private static final Instant AS_OF = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant MIDDLE = Instant.parse("2020-12-30T00:00:00Z");
  private static final int ROWS = 21;

  @Inject DataSource dataSource;

  @SuppressWarnings("NullAway.Init") // filled before every test
  private ArchiveSchema archive;

  /** A list, and the indexes that serve it. */
  record Case(String name, SampleListing listing, List<String> indexes) {

    static Case of(String name, SampleListing listing, String... indexes) {
      return new Case(name, listing, List.of(indexes));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Lists of one thing: the index already holds them in order. */
  static Stream<Case> plainLists() {
    return Stream.of(
        Case.of("front", new SampleListing(), "article_public"),
        Case.of("oldest first", new SampleListing().sort("publishedAt"), "article_public"),
        Case.of("by update", new SampleListing().sort("-updatedAt"), "article_public_by_update"),
        Case.of("busy section", new SampleListing().section(1), "article_section_pkey"),
        Case.of("dormant section", new SampleListing().section(6), "article_section_pkey"),
        Case.of("common tag", new SampleListing().tag(1), "article_tag_listing"),
        Case.of("rare tag", new SampleListing().tag(3), "article_tag_listing"),
        Case.of("contributor", new SampleListing().contributor(1), "article_contributor_listing"),
        Case.of("source", new SampleListing().source(1), "article_public_by_source"),
        Case.of("rare type", new SampleListing().type("photo"), "article_public_by_type"),
        Case.of("rare language", new SampleListing().lang("ar"), "article_public_by_lang"));
  }

  /** Lists that put the first rows of several indexes together. */
  static Stream<Case> composedLists() {
    return Stream.of(
        Case.of("either of two tags", new SampleListing().tag(1, 3), "article_tag_listing"),
        Case.of("two tags", new SampleListing().tag(1).tag(4), "article_tag_listing"),
        Case.of(
            "tag in a dormant section",
            new SampleListing().tag(1).section(6),
            "article_tag_listing",
            "article_section_pkey"),
        Case.of(
            "type of a source",
            new SampleListing().source(1).type("photo"),
            "article_public_by_source",
            "article_public_by_type"));
  }

  @BeforeAll
  void fillOwnSchema() throws SQLException, IOException {
    archive = ArchiveSchema.fill(dataSource);
  }

  @AfterAll
  void dropOwnSchema() throws SQLException {
    archive.close();
  }

  @ParameterizedTest
  @MethodSource("plainLists")
  void firstPageOfPlainListReadsItsIndexInOrder(Case list) throws SQLException {
    assertReadsIndexes(list, list.listing().page(AS_OF, ROWS, null, 0), false);
  }

  @ParameterizedTest
  @MethodSource("plainLists")
  void deepPageOfPlainListReadsItsIndexInOrder(Case list) throws SQLException {
    assertReadsIndexes(list, list.listing().page(AS_OF, ROWS, MIDDLE, 10_000), false);
  }

  @ParameterizedTest
  @MethodSource("composedLists")
  void composedListReadsOnlyIndexes(Case list) throws SQLException {
    assertReadsIndexes(list, list.listing().page(AS_OF, ROWS, null, 0), true);
    assertReadsIndexes(list, list.listing().page(AS_OF, ROWS, MIDDLE, 10_000), true);
  }

  /** What reads the articles of a page, and the indexes that serve it. */
  static Stream<Arguments> partsOfPage() {
    return Stream.of(
        Arguments.of(ArticleSummaryStatement.ARTICLES, List.of("article_pkey")),
        Arguments.of(ArticleSummaryStatement.TAGS, List.of("article_tag_pkey")),
        Arguments.of(ArticleSummaryStatement.CONTRIBUTORS, List.of("article_contributor_pkey")));
  }

  @ParameterizedTest
  @MethodSource("partsOfPage")
  void articlesOfPageAreReadByTheirNumbers(String sql, List<String> indexes) throws SQLException {
    Long[] ids = LongStream.rangeClosed(9_000, 9_019).boxed().toArray(Long[]::new);
    Map<String, Object> values = new LinkedHashMap<>(Map.of("ids", ids));
    String named = sql.replaceFirst("\\?", ":ids");
    if (named.contains("?")) {
      named = named.replaceFirst("\\?", ":asOf");
      values.put("asOf", AS_OF);
    }
    BoundStatement statement = new BoundStatement(named, values, false);
    for (String mode : modes(statement)) {
      List<String> lines = statement.plan(archive.connection(), mode, "costs off");
      String plan = mode + "\n" + String.join("\n", lines);
      indexes.forEach(index -> assertTrue(plan.contains("using " + index + " on "), plan));
      assertFalse(plan.contains("Seq Scan on article"), plan);
    }
  }

  private void assertReadsIndexes(Case list, BoundStatement statement, boolean sortsHits)
      throws SQLException {
    for (String mode : modes(statement)) {
      List<String> lines = statement.plan(archive.connection(), mode, "costs off");
      String plan = mode + "\n" + String.join("\n", lines);
      Function<String, Boolean> has = text -> lines.stream().anyMatch(line -> line.contains(text));
      assertAll(
          () ->
              list.indexes()
                  .forEach(index -> assertTrue(has.apply("using " + index + " on "), plan)),
          () -> assertFalse(has.apply("Seq Scan on article"), plan),
          () -> assertFalse(has.apply("Bitmap"), plan),
          () -> assertFalse(!sortsHits && has.apply("Sort"), plan));
    }
  }

  /** A statement is planned for its values at first, and may be planned for all values later. */
  private static List<String> modes(BoundStatement statement) {
    return statement.customPlan()
        ? List.of("force_custom_plan")
        : List.of("force_custom_plan", "force_generic_plan");
  }
}
