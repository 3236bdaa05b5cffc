package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how long readers wait while PostgreSQL is frozen: it takes connections and bytes and
 * answers none. Crowds come one after another, each client to an address of its own, and beside
 * them readers of what is kept.
 */
@Tag("benchmark")
class FrozenDatabaseBenchmark {

  private static final int ARTICLES = 2_000;
  private static final Instant NEWEST = Instant.parse("2025-12-01T00:00:00Z");

  private static final int CLIENTS = Settings.number("clients", 60);
  private static final int CROWDS = Settings.number("crowds", 12);
  private static final Duration BETWEEN = Duration.ofMillis(Settings.number("between", 400));

  /** After this idle connections are all that the pool has. */
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final Machine machine = new Machine();
  private final HttpClient client = HttpClient.newHttpClient();
  private int next;

  private record Reply(int status, double millis) {}

  private record Crowd(
      Instant came, CompletableFuture<List<Reply>> cold, CompletableFuture<List<Reply>> kept) {}

  @Test
  void readersOfAFrozenDatabaseAreMeasured()
      throws IOException, InterruptedException, SQLException {
    MarkdownReport report = new MarkdownReport("Reads while PostgreSQL is frozen");
    try (SarkhatServer sarkhat = new SarkhatServer(machine)) {
      new SyntheticArchive(sarkhat.dataSource()).fill(ARTICLES);
      for (int i = 0; i < 20; i++) {
        cold(sarkhat.port()).join();
      }
      kept(sarkhat.port()).join();
      TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
      sarkhat.freezeDatabase();
      Instant frozen = Instant.now();
      List<Crowd> crowds = new ArrayList<>();
      for (int i = 0; i < CROWDS; i++) {
        crowds.add(new Crowd(Instant.now(), cold(sarkhat.port()), kept(sarkhat.port())));
        TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
      }
      publish(report, frozen, crowds);
      sarkhat.thawDatabase();
      report.paragraph(
          format("Thawed, a cold read succeeds after %.0f ms.", untilRead(sarkhat.port())));
    }
    report.paragraph(machine.description()).publish("frozen-database.md");
  }

  private CompletableFuture<List<Reply>> cold(int port) {
    return all(port, () -> "/v1/articles?to=" + NEWEST.minusMillis(next++));
  }

  private CompletableFuture<List<Reply>> kept(int port) {
    return all(port, () -> "/v1/articles");
  }

  private CompletableFuture<List<Reply>> all(int port, Supplier<String> address) {
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      replies.add(ask(port, address.get()));
    }
    return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
        .thenApply(all -> replies.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<Reply> ask(int port, String address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    long begin = System.nanoTime();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenApply(
            reply -> new Reply(reply.statusCode(), (System.nanoTime() - begin) / 1_000_000.0));
  }

  private double untilRead(int port) {
    long begin = System.nanoTime();
    while (ask(port, "/v1/articles?to=" + NEWEST.minusMillis(next++)).join().status() != 200) {
      Thread.onSpinWait();
    }
    return (System.nanoTime() - begin) / 1_000_000.0;
  }

  private static void publish(MarkdownReport report, Instant frozen, List<Crowd> crowds) {
    report.columns(
        "crowd came after, ms", "answers to cold reads", "slowest ms", "kept", "slowest");
    for (Crowd crowd : crowds) {
      List<Reply> cold = crowd.cold().join();
      List<Reply> kept = crowd.kept().join();
      report.row(
          format("%d", Duration.between(frozen, crowd.came()).toMillis()),
          statuses(cold),
          format("%.0f", slowest(cold)),
          statuses(kept),
          format("%.0f", slowest(kept)));
    }
    report.end();
  }

  private static String statuses(List<Reply> replies) {
    Map<Integer, Long> counts =
        replies.stream()
            .collect(Collectors.groupingBy(Reply::status, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> format("%d × %d", count.getValue(), count.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static double slowest(List<Reply> replies) {
    return replies.stream().mapToDouble(Reply::millis).max().orElse(0);
  }
}
