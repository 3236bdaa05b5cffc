package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Lets many clients ask at once for an answer that nobody asked for before, several times, and
 * tells how often it was rendered and how long the last client waited.
 */
@Tag("benchmark")
class StampedeBenchmark {

  private static final int ARTICLES = 20_000;
  private static final Instant NEWEST = Instant.parse("2025-12-01T00:00:00Z");

  private static final int CLIENTS = Settings.number("clients", 500);
  private static final int STAMPEDES = Settings.number("stampedes", 20);
  private static final int WARM_UP = Settings.number("warm-up", 20);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Machine machine = new Machine();

  /** What came of one. */
  private record Stampede(double loads, long refusals, double median, double worst) {}

  /** Asks once. */
  private static final class Once implements Client {

    private byte @Nullable [] request;

    Once(byte[] request) {
      this.request = request;
    }

    @Override
    public byte @Nullable [] next() {
      byte @Nullable [] next = request;
      request = null;
      return next;
    }
  }

  @Test
  void aCrowdOnAColdAddressIsMeasured() throws IOException, InterruptedException, SQLException {
    machine.pinGenerator();
    List<Stampede> stampedes = new ArrayList<>();
    boolean counted;
    try (SarkhatServer sarkhat = new SarkhatServer(machine)) {
      new SyntheticArchive(sarkhat.dataSource()).fill(ARTICLES);
      for (int number = 0; number < WARM_UP; number++) {
        stampede(sarkhat.port(), number);
      }
      machine.watch();
      for (int number = WARM_UP; number < WARM_UP + STAMPEDES; number++) {
        stampedes.add(stampede(sarkhat.port(), number));
      }
      machine.endWatch();
      counted = Meters.of(sarkhat.port()).has(Meters.LOADS);
    } finally {
      machine.unpin();
    }
    publish(stampedes, counted);
  }

  private static Stampede stampede(int port, int number) throws IOException {
    Request request = Request.of("/v1/articles?limit=100&to=" + NEWEST.minusMillis(number));
    List<Client> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(new Once(request.encoded()));
    }
    Meters before = Meters.of(port);
    try (LoadGenerator generator = new LoadGenerator(port, clients)) {
      Load load = generator.run(LONGEST);
      double loads = Meters.of(port).since(before, Meters.LOADS);
      return new Stampede(loads, load.refusals(), load.latency(50), load.worst());
    }
  }

  private void publish(List<Stampede> stampedes, boolean counted) throws IOException {
    DoubleSummaryStatistics loads =
        stampedes.stream().mapToDouble(Stampede::loads).summaryStatistics();
    MarkdownReport report = new MarkdownReport("A crowd on a cold address");
    report.columns("", "median", "worst");
    report.row(
        "renderings for each stampede",
        counted ? format("%.0f", median(stampedes, Stampede::loads)) : "not counted",
        counted ? format("%.0f", loads.getMax()) : "");
    report.row(
        "requests refused",
        format("%.0f", median(stampedes, Stampede::refusals)),
        stampedes.stream().mapToLong(Stampede::refusals).max().orElse(0));
    report.row(
        "median latency, ms",
        format("%.0f", median(stampedes, Stampede::median)),
        format("%.0f", stampedes.stream().mapToDouble(Stampede::median).max().orElse(0)));
    report.row(
        "latency of the last client, ms",
        format("%.0f", median(stampedes, Stampede::worst)),
        format("%.0f", stampedes.stream().mapToDouble(Stampede::worst).max().orElse(0)));
    report.end();
    report.paragraph(
        format("%d stampedes of %d clients on lists of 100.", stampedes.size(), CLIENTS));
    report.paragraph(machine.description()).publish("stampede.md");
  }

  private static double median(List<Stampede> stampedes, ToDoubleFunction<Stampede> figure) {
    return Median.of(stampedes.stream().mapToDouble(figure).toArray());
  }
}
