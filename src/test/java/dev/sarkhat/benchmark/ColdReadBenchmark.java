package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures what a read costs that was not answered before: the processor time of the application
 * and of PostgreSQL for each request. Either no address is asked twice, so that each answer is
 * rendered, compressed and kept; or one is asked with credentials, which goes past the cache.
 */
@Tag("benchmark")
class ColdReadBenchmark {

  private static final int ARTICLES = 100_000;

  /** Before the newest articles, so that every list is full. */
  private static final Instant NEWEST = Instant.parse("2025-12-01T00:00:00Z");

  private static final int CONNECTIONS = Settings.number("connections", 8);
  private static final int ROUNDS = Settings.number("rounds", 3);
  private static final Duration ROUND = Duration.ofSeconds(Settings.number("seconds", 5));

  /** How long each read is asked before it is measured: that is what the compilers take. */
  private static final Duration WARM_UP = Duration.ofSeconds(Settings.number("warm-up", 25));

  private final Machine machine = new Machine();
  private final AtomicInteger turn = new AtomicInteger();

  /** A kind of read; the function makes its requests from consecutive numbers. */
  private record ColdRead(String name, IntFunction<Request> requests, List<Cost> rounds) {

    ColdRead(String name, IntFunction<Request> requests) {
      this(name, requests, new ArrayList<>());
    }

    double median(ToDoubleFunction<Cost> figure) {
      return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }
  }

  /** What one round told. */
  private record Cost(
      double rate, double p50, double p99, double application, double database, double hits) {

    double together() {
      return application + database;
    }
  }

  @Test
  void answersThatAreNotKeptAreMeasured() throws IOException, InterruptedException, SQLException {
    machine.pinGenerator();
    List<ColdRead> reads =
        List.of(
            new ColdRead("list of 20, each address new", ColdReadBenchmark::list),
            new ColdRead(
                "list of 20, past the cache", number -> Request.pastTheCache("/v1/articles")),
            new ColdRead("article, each address new", ColdReadBenchmark::article),
            new ColdRead(
                "article, past the cache",
                number -> Request.pastTheCache(article(number).address())));
    try (SarkhatServer sarkhat = new SarkhatServer(machine)) {
      new SyntheticArchive(sarkhat.dataSource()).fill(ARTICLES);
      machine.release(sarkhat.process().handle());
      for (ColdRead read : reads) {
        load(sarkhat, read, WARM_UP);
      }
      machine.pinServer(sarkhat.process().handle());
      machine.watch();
      for (int round = 0; round < ROUNDS; round++) {
        for (ColdRead read : reads) {
          read.rounds().add(measure(sarkhat, read));
        }
      }
      machine.endWatch();
    } finally {
      machine.unpin();
    }
    publish(reads);
  }

  private static Request list(int number) {
    return Request.of("/v1/articles?to=" + NEWEST.minusMillis(number));
  }

  /** The oldest articles are all public; others may not be, which costs less. */
  private static Request article(int number) {
    return Request.of("/v1/articles/" + (1 + number % ARTICLES));
  }

  private Load load(SarkhatServer sarkhat, ColdRead read, Duration duration) throws IOException {
    Client client = () -> read.requests().apply(turn.getAndIncrement()).encoded();
    try (LoadGenerator generator =
        new LoadGenerator(sarkhat.port(), Collections.nCopies(CONNECTIONS, client))) {
      return generator.run(duration);
    }
  }

  private Cost measure(SarkhatServer sarkhat, ColdRead read) throws IOException {
    Meters meters = Meters.of(sarkhat.port());
    Duration application = sarkhat.process().processorTime();
    Duration database = sarkhat.databaseTime();
    Load load = load(sarkhat, read, ROUND);
    long requests = load.answers() + load.refusals();
    return new Cost(
        load.rate(),
        load.latency(50),
        load.latency(99),
        micros(sarkhat.process().processorTime().minus(application)) / requests,
        micros(sarkhat.databaseTime().minus(database)) / requests,
        Meters.of(sarkhat.port()).since(meters, Meters.HITS) / requests);
  }

  private static double micros(Duration duration) {
    return duration.toNanos() / 1000.0;
  }

  private void publish(List<ColdRead> reads) throws IOException {
    MarkdownReport report = new MarkdownReport("Reads that were not answered before");
    report.columns(
        "read",
        "requests/s",
        "p50 ms",
        "p99 ms",
        "CPU µs: application",
        "PostgreSQL",
        "together",
        "hits");
    for (ColdRead read : reads) {
      report.row(
          read.name(),
          format("%,.0f", read.median(Cost::rate)),
          format("%.2f", read.median(Cost::p50)),
          format("%.2f", read.median(Cost::p99)),
          format("%.0f", read.median(Cost::application)),
          format("%.0f", read.median(Cost::database)),
          format("%.0f", read.median(Cost::together)),
          format("%.1f %%", 100 * read.median(Cost::hits)));
    }
    report.end();
    report.paragraph(
        format(
            "%,d articles; %d connections; PostgreSQL may use every processor.",
            ARTICLES, CONNECTIONS));
    report.paragraph(machine.description()).publish("cold-reads.md");
  }
}
