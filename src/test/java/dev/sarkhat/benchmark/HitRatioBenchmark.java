package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads a portal's addresses as readers do, by Zipf's law, while an editor writes once a second,
 * and tells how many of the reads were answered from the cache and how fast.
 *
 * <p>It is done at a fixed rate, at which the latency is that of a server with time to spare, and
 * again at the highest rate. The lower the rate, the lower the hit ratio: between two writes there
 * are fewer reads to share what must be rendered anew.
 */
@Tag("benchmark")
class HitRatioBenchmark {

  private static final int ARTICLES = 20_000;
  private static final int ADDRESSES = 5_000;

  private static final int CONNECTIONS = Settings.number("connections", 64);
  private static final int RATE = Settings.number("rate", 1000);
  private static final Duration WARM_UP = Duration.ofSeconds(Settings.number("warm-up", 30));
  private static final Duration MEASURED = Duration.ofSeconds(Settings.number("seconds", 60));
  private static final Duration BETWEEN_WRITES =
      Duration.ofMillis(Settings.number("write-pause", 1000));

  private final Machine machine = new Machine();
  private final MarkdownReport report = new MarkdownReport("Hit ratio with a write each second");

  @Test
  void readersAndAnEditorAreMeasured() throws IOException, InterruptedException, SQLException {
    machine.pinGenerator();
    try (SarkhatServer sarkhat = new SarkhatServer(machine)) {
      new SyntheticArchive(sarkhat.dataSource()).fill(ARTICLES);
      List<byte[]> requests = new ArrayList<>();
      for (String address : Portal.addresses(sarkhat, ADDRESSES)) {
        requests.add(Request.of(address).with("Accept-Encoding", "gzip").encoded());
      }
      try (Editor editor = new Editor(sarkhat.dataSource(), BETWEEN_WRITES)) {
        measure(sarkhat, requests);
        report.paragraph(
            format(
                "%,d addresses by Zipf's law, gzip; %d writes, in turn an article is published and"
                    + " one of the newest is edited; %d connections.",
                requests.size(), editor.writes(), CONNECTIONS));
      }
    } finally {
      machine.unpin();
    }
    report.paragraph(machine.description()).publish("hit-ratio.md");
  }

  private void measure(SarkhatServer sarkhat, List<byte[]> requests) throws IOException {
    fill(sarkhat.port(), requests);
    load(sarkhat.port(), requests, WARM_UP, RATE);
    machine.watch();
    report.columns(
        "rate", "requests/s", "hits", "loads", "p50 ms", "p99 ms", "worst ms", "refused");
    row(sarkhat.port(), requests, "fixed", RATE);
    row(sarkhat.port(), requests, "highest", 0);
    report.end();
    machine.endWatch();
  }

  /** Asks for every address once. */
  private static void fill(int port, List<byte[]> requests) throws IOException {
    List<byte[]> left = new ArrayList<>(requests);
    Client client = () -> left.isEmpty() ? null : left.remove(left.size() - 1);
    try (LoadGenerator generator =
        new LoadGenerator(port, List.of(client, client, client, client))) {
      generator.run(Duration.ofMinutes(2));
    }
  }

  private void row(int port, List<byte[]> requests, String name, int rate) throws IOException {
    Meters before = Meters.of(port);
    Load load = load(port, requests, MEASURED, rate);
    Meters after = Meters.of(port);
    double hits = after.since(before, Meters.HITS);
    double all = hits + after.since(before, Meters.MISSES);
    report.row(
        name,
        format("%,.0f", load.rate()),
        all > 0 ? format("%.2f %%", 100 * hits / all) : "not counted",
        format("%,.0f", after.since(before, Meters.LOADS)),
        format("%.2f", load.latency(50)),
        format("%.2f", load.latency(99)),
        format("%.0f", load.worst()),
        load.refusals());
  }

  private static Load load(int port, List<byte[]> requests, Duration duration, int rate)
      throws IOException {
    Zipf zipf = new Zipf(requests.size(), new SplittableRandom(1));
    List<Client> clients = new ArrayList<>();
    for (int client = 0; client < CONNECTIONS; client++) {
      clients.add(() -> requests.get(zipf.next()));
    }
    try (LoadGenerator generator = new LoadGenerator(port, clients)) {
      return generator.run(duration, rate);
    }
  }
}
