package dev.sarkhat.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.article.BoundStatement;
import dev.sarkhat.http.Cursors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the public reads on archives of several sizes, in one run: the SQL that finds the
 * articles of a list, and the whole request over loopback beside answers that read no article. The
 * tables go to standard output and, with the plans at the largest size, to {@code
 * target/benchmark/reads.md}.
 */
@QuarkusTest
@Tag("benchmark")
class ReadBenchmark {

  private static final Path REPORT = Path.of("target", "benchmark", "reads.md");

  @Inject DataSource dataSource;
  @Inject Cursors cursors;
  @Inject Clock clock;

  @SuppressWarnings("NullAway.Init") // set by the test's framework
  @TestHTTPResource("/")
  URI server;

  /** The sizes of the archives, in articles. */
  @Inject
  @ConfigProperty(name = "benchmark.articles", defaultValue = "1000,100000")
  List<Integer> sizes;

  /** How often each read is measured. */
  @Inject
  @ConfigProperty(name = "benchmark.rounds", defaultValue = "400")
  int rounds;

  /** How often each read is run before. */
  @Inject
  @ConfigProperty(name = "benchmark.warm-up", defaultValue = "200")
  int warmUp;

  private final TreeMap<Integer, Map<String, Latency>> statements = new TreeMap<>();
  private final TreeMap<Integer, Map<String, Latency>> requests = new TreeMap<>();

  @Test
  void readsAreMeasuredOnArchivesOfEverySize()
      throws SQLException, IOException, InterruptedException {
    BenchmarkReport report = new BenchmarkReport();
    SyntheticArchive archive = new SyntheticArchive(dataSource);
    Stopwatch stopwatch = new Stopwatch(warmUp, rounds);
    BenchmarkReport plans = new BenchmarkReport();
    for (int size : sizes.stream().sorted().toList()) {
      assertEquals(List.of(), archive.fill(size), "listing rows that the triggers make otherwise");
      List<Read> reads = Reads.of(cursors, clock.instant(), size);
      if (statements.isEmpty()) {
        // The virtual machine is warm before the first size, or that one would look slower.
        new Stopwatch(warmUp, rounds).requests(reads, server);
      }
      statements.put(size, stopwatch.statements(reads, dataSource));
      requests.put(size, stopwatch.requests(reads, server));
      if (Objects.equals(size, sizes.stream().max(Integer::compare).orElseThrow())) {
        explain(reads, plans);
      }
    }
    report.line("# Reads");
    report.line("One request at a time, over loopback, on " + machine() + ".");
    report.table("The whole request", requests, "reference: an unknown path (404)");
    report.table("The statement that finds the articles", statements, null);
    System.out.println(report);
    report.line("## Plans at the largest size");
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report + plans.toString());
    System.out.println("With the plans in " + REPORT);
  }

  private void explain(List<Read> reads, BenchmarkReport plans) throws SQLException {
    Map<String, BoundStatement> lists = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (Read read : reads) {
        BoundStatement listing = read.listing();
        if (listing != null && lists.put(read.name(), listing) == null) {
          plans.plan(read.name(), listing.plan(connection, "analyze, buffers"));
        }
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static String machine() {
    return Runtime.getRuntime().availableProcessors()
        + " processors, Java "
        + Runtime.version().feature();
  }
}
