package dev.sarkhat.article.editing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.access.Visible;
import dev.sarkhat.article.ArchiveSchema;
import dev.sarkhat.article.BoundStatement;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the newsroom's lists to indexes: none reads the archive from end to end. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsroomListingPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Inject DataSource dataSource;

  @SuppressWarnings("NullAway.Init") // filled before every test
  private ArchiveSchema archive;

  @BeforeAll
  void fillOwnSchema() throws SQLException, IOException {
    archive = ArchiveSchema.fill(dataSource);
  }

  @AfterAll
  void dropOwnSchema() throws SQLException {
    archive.close();
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        list("everything", NewsroomSort.LAST_SAVED, "article_by_save", each -> {}),
        list(
            "the next page",
            NewsroomSort.LAST_SAVED,
            "article_by_save",
            each -> each.after(Instant.parse("2020-12-30T00:00:00Z"), 10_000)),
        list(
            "drafts",
            NewsroomSort.LAST_SAVED,
            "article_unpublished_by_save",
            each -> each.standing(Set.of(NewsroomStatus.DRAFT))),
        list("somebody's", NewsroomSort.LAST_SAVED, "article_of_creator", each -> each.madeBy(7)),
        list("words", NewsroomSort.LAST_SAVED, "article_search", each -> each.saying("19999")),
        list(
            "due next",
            NewsroomSort.DUE_FIRST,
            "article_public",
            each -> {
              each.standing(Set.of(NewsroomStatus.SCHEDULED));
              each.due(NOW, null);
            }));
  }

  private static Arguments list(
      String name, NewsroomSort sort, String index, Consumer<NewsroomListing> filter) {
    NewsroomListing listing = new NewsroomListing(sort, NOW);
    listing.visibleTo(new Visible(true, Set.of(), 1));
    filter.accept(listing);
    return Arguments.of(name, listing, index);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void listReadsAnIndex(String name, NewsroomListing listing, String index) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>(listing.values());
    values.put("limit", 21);
    BoundStatement statement = new BoundStatement(listing.sql(), values, false);

    String plan =
        String.join("\n", statement.plan(archive.connection(), "force_custom_plan", "costs off"));

    assertTrue(plan.contains(index), plan);
    assertFalse(plan.contains("Seq Scan on article"), plan);
  }
}
