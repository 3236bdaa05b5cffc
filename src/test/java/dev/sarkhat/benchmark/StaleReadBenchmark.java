package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.Newsroom;
import dev.sarkhat.section.Section;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes and reads at once, and looks for reads that show less than what had been acknowledged
 * before they began: none on the process that writes, and none by more than a second on another
 * process over the same database; while the connections that follow the change log are cut every
 * two seconds.
 *
 * <p>The writing process is this one. A write counts as acknowledged when its transaction returns,
 * which is when an HTTP response would be sent.
 */
@QuarkusTest
@Tag("benchmark")
class StaleReadBenchmark {

  private static final long READS = Settings.number("reads", 1_000_000);
  private static final int STORIES_OF_A_KIND = 4;
  private static final long SECOND = 1_000_000_000;

  @Inject Newsroom newsroom;
  @Inject EntityManager entityManager;
  @Inject DataSource dataSource;
  @Inject Clock clock;

  @SuppressWarnings("NullAway.Init") // set by the test's framework
  @TestHTTPResource("/")
  URI server;

  private final List<Story> stories = new ArrayList<>();
  private final MarkdownReport report = new MarkdownReport("Reads that race with writes");

  @Test
  void noReadShowsLessThanWhatWasAcknowledgedBeforeIt() throws IOException, InterruptedException {
    for (int number = 0; number < STORIES_OF_A_KIND; number++) {
      addArticle("a" + number + "v");
      addSection("s" + number + "v");
      addLatest("n" + number + "v");
    }
    report.columns("", "process", "reads", "stale", "by at most", "refused", "writes", "cuts");
    List<RaceReader.Findings> alone = race("one process", List.of(server.getPort()));
    List<RaceReader.Findings> together;
    try (ServerProcess other = SarkhatServer.start("other", UnaryOperator.identity(), settings())) {
      together = race("two processes", List.of(server.getPort(), other.port()));
    }
    report.end();
    report.paragraph(
        format(
            "%d stories; a third each: articles edited, sections renamed, articles published.",
            stories.size()));
    report.publish("stale-reads.md");
    assertEquals(
        0, alone.get(0).stale() + together.get(0).stale(), "stale reads on the writing process");
    assertTrue(
        together.get(1).greatestStaleness() <= SECOND,
        "stale by more than a second on the other process");
  }

  private List<RaceReader.Findings> race(String name, List<Integer> ports)
      throws IOException, InterruptedException {
    try (Writers writers = new Writers(stories);
        ConnectionCutter cutter = new ConnectionCutter(dataSource)) {
      List<RaceReader.Findings> found = Race.run(stories, ports, READS / 2);
      for (int process = 0; process < found.size(); process++) {
        report.row(
            name,
            process == 0 ? "that writes" : "the other",
            format("%,d", found.get(process).reads()),
            format("%,d", found.get(process).stale()),
            format("%.0f ms", found.get(process).greatestStaleness() / 1e6),
            format("%,d", found.get(process).refusals()),
            format("%,d", writers.writes()),
            format("%,d", cutter.cuts()));
      }
      return found;
    }
  }

  private static Map<String, String> settings() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", value("jdbc.url"),
        "QUARKUS_DATASOURCE_USERNAME", value("username"),
        "QUARKUS_DATASOURCE_PASSWORD", value("password"));
  }

  private static String value(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
  }

  /** An article whose title is edited. */
  private void addArticle(String prefix) {
    Section section = newsroom.section();
    dev.sarkhat.tag.Tag tag = newsroom.tag();
    long id = newsroom.article(section).title(prefix + "0.").tags(tag).store();
    stories.add(
        new Story(
            prefix,
            List.of(
                "/v1/articles/" + id,
                "/v1/articles?section=" + section.slug() + "&limit=5&fields=id,title",
                "/v1/articles?tag=" + tag.slug() + "&limit=5"),
            title -> update("article", id, title)));
  }

  /** A section that is renamed; it is named wherever its article is. */
  private void addSection(String prefix) {
    Section section = newsroom.section();
    long number = Objects.requireNonNull(section.id());
    update("section", number, prefix + "0.");
    long id = newsroom.article(section).store();
    stories.add(
        new Story(
            prefix,
            List.of(
                "/v1/sections/" + section.slug(),
                "/v1/articles/" + id,
                "/v1/articles?section=" + section.slug()),
            title -> update("section", number, title)));
  }

  /** A section in which new articles are published. */
  private void addLatest(String prefix) {
    Section section = newsroom.section();
    Story.Write write =
        title -> newsroom.article(section).title(title).publishedAt(clock.instant()).store();
    write.write(prefix + "0.");
    stories.add(
        new Story(
            prefix,
            List.of(
                "/v1/articles?section=" + section.slug() + "&limit=1",
                "/v1/articles?section=" + section.slug() + "&limit=3&fields=id,title"),
            write));
  }

  private void update(String table, long id, String title) {
    String statement =
        switch (table) {
          case "article" ->
              "update article set title = :title, revision = revision + 1 where id = :id";
          case "section" -> "update section set title = :title where id = :id";
          default -> throw new IllegalArgumentException(table);
        };
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entityManager
                    .createNativeQuery(statement)
                    .setParameter("title", title)
                    .setParameter("id", id)
                    .executeUpdate());
  }
}
