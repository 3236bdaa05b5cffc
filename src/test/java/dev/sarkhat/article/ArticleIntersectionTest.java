package dev.sarkhat.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares lists of several criteria, read page by page, with the plain condition they stand for.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleIntersectionTest {

  private static final Instant AS_OF = Instant.parse("2024-02-03T04:05:06Z");
  private static final Instant FROM = Instant.parse("2018-05-06T07:08:09Z");
  private static final Instant TO = Instant.parse("2021-10-11T12:13:14Z");
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
  private static final int ROWS = 337;

  private static final String TAG_1 =
      "1 in (select tag_id from article_tag t where t.article_id = a.id)";
  private static final String TAG_4 =
      "4 in (select tag_id from article_tag t where t.article_id = a.id)";
  private static final String TAG_2_OR_5 =
      "exists (select from article_tag t where t.article_id = a.id and t.tag_id in (2, 5))";
  private static final String TAG_3 =
      "3 in (select tag_id from article_tag t where t.article_id = a.id)";
  private static final String SECTION_1 =
      "a.section_id in (select id from section where path || '/' like '/section-1/%')";
  private static final String SECTION_6 =
      "a.section_id in (select id from section where path || '/' like '/section-6/%')";

  @Inject DataSource dataSource;

  @SuppressWarnings("NullAway.Init") // filled before every test
  private ArchiveSchema archive;

  /** A list, and the condition that its articles meet. */
  record Case(String condition, Supplier<SampleListing> listing) {

    @Override
    public String toString() {
      return condition;
    }
  }

  static Stream<Case> lists() {
    return Stream.of(
        new Case(TAG_1 + " and " + TAG_4, () -> new SampleListing().tag(1).tag(4)),
        new Case(TAG_1 + " and " + SECTION_6, () -> new SampleListing().tag(1).section(6)),
        new Case(TAG_1 + " and " + SECTION_1, () -> new SampleListing().tag(1).section(1)),
        new Case(TAG_3 + " and " + SECTION_1, () -> new SampleListing().tag(3).section(1)),
        new Case(
            TAG_1 + " and " + TAG_2_OR_5 + " and a.source_id in (1, 2, 3)",
            () -> new SampleListing().tag(1).tag(2, 5).source(1, 2, 3)),
        new Case(
            "a.source_id = 1 and a.type = 'photo' and a.lang in ('fa', 'ar')",
            () -> new SampleListing().source(1).type("photo").lang("fa,ar")),
        new Case(
            TAG_1 + " and " + SECTION_1 + " and not " + TAG_4,
            () -> new SampleListing().tag(1).section(1).excludeTag(4)),
        new Case(
            TAG_1 + " and a.lang = 'fa' and not " + SECTION_1,
            () -> new SampleListing().tag(1).lang("fa").excludeSection(1)),
        new Case(
            TAG_1
                + " and "
                + SECTION_1
                + " and a.published_at >= '"
                + FROM
                + "'"
                + " and a.published_at < '"
                + TO
                + "'",
            () -> new SampleListing().tag(1).section(1).published(FROM, TO)),
        new Case(
            TAG_1 + " and a.type = 'news' and a.published_at >= '" + TO + "'",
            () -> new SampleListing().tag(1).type("news").published(TO, LATER)),
        new Case(TAG_2_OR_5, () -> new SampleListing().tag(2, 5)),
        new Case("a.lang = 'ar'", () -> new SampleListing().lang("ar")),
        new Case(
            SECTION_1 + " and a.published_at >= '" + FROM + "' and a.published_at < '" + TO + "'",
            () -> new SampleListing().section(1).published(FROM, TO)));
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
  @MethodSource("lists")
  void newestFirstPagesMakeUpTheWholeList(Case list) throws SQLException {
    assertEquals(expected(list, "desc"), pages(list.listing().get()));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void oldestFirstPagesMakeUpTheWholeList(Case list) throws SQLException {
    assertEquals(expected(list, "asc"), pages(list.listing().get().sort("publishedAt")));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void countIsThatOfTheWholeList(Case list) throws SQLException {
    long count = list.listing().get().cappedCount(AS_OF).number(archive.connection());
    assertEquals(expected(list, "desc").size(), count);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void positionAheadOfTheClockShowsNothingThatIsNotPublicYet(Case list) throws SQLException {
    List<Long> first =
        list.listing().get().page(AS_OF, ROWS, LATER, 1).positions(archive.connection()).stream()
            .map(ArticlePosition::id)
            .toList();
    assertEquals(expected(list, "desc").stream().limit(ROWS).toList(), first);
  }

  private List<Long> pages(SampleListing listing) throws SQLException {
    List<Long> ids = new ArrayList<>();
    @Nullable ArticlePosition last = null;
    List<ArticlePosition> page;
    do {
      page =
          listing
              .page(AS_OF, ROWS, last == null ? null : last.at(), last == null ? 0 : last.id())
              .positions(archive.connection());
      page.forEach(position -> ids.add(position.id()));
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == ROWS);
    return ids;
  }

  private List<Long> expected(Case list, String direction) throws SQLException {
    List<Long> ids = new ArrayList<>();
    String sql =
        "select a.id from article a where is_public(a.status, a.published_at, a.expire_at, ?) and %1$s order by a.published_at %2$s, a.id %2$s"
            .formatted(list.condition(), direction);
    try (PreparedStatement statement = archive.connection().prepareStatement(sql)) {
      statement.setObject(1, AS_OF.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }
}
