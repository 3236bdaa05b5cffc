package dev.sarkhat.benchmark;

import static dev.sarkhat.benchmark.MarkdownReport.format;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures reads that were answered before, beside a bare Vert.x server and nginx that give the
 * same answers in the same run: requests per second, latencies, processor time and allocation.
 *
 * <p>The servers take turns in rounds of a few seconds, so that what else the machine does falls on
 * all of them alike; figures are medians of the rounds.
 */
@Tag("benchmark")
class HotReadBenchmark {

  private static final int ARTICLES = 2000;

  private static final int ROUNDS = Settings.number("rounds", 5);
  private static final Duration ROUND = Duration.ofSeconds(Settings.number("seconds", 4));

  /** How long a server is under load before it is measured: that is what its compilers take. */
  private static final Duration WARM_UP = Duration.ofSeconds(Settings.number("warm-up", 25));

  /** How long it is under load with each read before that one is measured. */
  private static final Duration WARM_UP_OF_READ = Duration.ofSeconds(2);

  private static final Duration ALLOCATION = Duration.ofSeconds(2);

  private final Machine machine = new Machine();
  private final MarkdownReport report = new MarkdownReport("Reads that were answered before");

  @Test
  void keptAnswersAreMeasuredBesideReferences()
      throws IOException, InterruptedException, SQLException {
    machine.pinGenerator();
    try (SarkhatServer sarkhat = new SarkhatServer(machine)) {
      new SyntheticArchive(sarkhat.dataSource()).fill(ARTICLES);
      List<HotRead> reads = HotRead.of(sarkhat);
      List<CapturedAnswer> files = reads.stream().map(HotRead::full).toList();
      try (ServerProcess bare = bareServer(sarkhat, reads);
          @Nullable ServerProcess nginx = Nginx.isPresent() ? Nginx.start(machine, files) : null) {
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.of("Sarkhat", sarkhat.process(), reads));
        contestants.add(Contestant.of("bare Vert.x", bare, reads));
        if (nginx != null) {
          contestants.add(Contestant.ofNginx(nginx, reads));
        }
        compare(reads, contestants);
      }
    } finally {
      machine.unpin();
    }
    report.paragraph(machine.description()).publish("hot-reads.md");
  }

  private ServerProcess bareServer(SarkhatServer sarkhat, List<HotRead> reads)
      throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    List<String> arguments = new ArrayList<>();
    arguments.add("-cp");
    arguments.add(
        Path.of("target", "test-classes") + File.pathSeparator + SarkhatServer.libraries());
    arguments.add(BareServer.class.getName());
    arguments.add(Integer.toString(port));
    arguments.add(Integer.toString(sarkhat.eventLoops()));
    HotRead.write(reads).forEach(file -> arguments.add(file.toString()));
    return new ServerProcess(
        "The bare server",
        port,
        machine.onServerProcessor(ServerProcess.java(arguments)),
        Map.of(),
        Path.of("target", "benchmark", "bare.log"));
  }

  private void compare(List<HotRead> reads, List<Contestant> contestants)
      throws IOException, InterruptedException {
    for (Contestant each : contestants) {
      machine.release(each.process().handle());
      each.warmUp(WARM_UP);
      machine.pinServer(each.process().handle());
    }
    machine.watch();
    report.columns(
        "read",
        "server",
        "requests/s",
        "p50 ms",
        "p99 ms",
        "CPU µs",
        "of bare",
        "of nginx",
        "generator");
    for (int read = 0; read < reads.size(); read++) {
      List<List<Measurement>> measured = measure(read, contestants);
      for (int each = 0; each < contestants.size(); each++) {
        row(each == 0 ? reads.get(read) : null, contestants.get(each).name(), measured, each);
      }
    }
    report.end();
    machine.endWatch();
    report.paragraph(
        "CPU is that of the server's process for each request. By CPU: the bare server's to"
            + " Sarkhat's, which is what the ratio of the rates comes to when each has its processor"
            + " for itself. Generator: how busy its processor was; near 100 % it was the generator"
            + " that was measured.");
    allocations(reads, contestants.subList(0, 2));
  }

  private static List<List<Measurement>> measure(int read, List<Contestant> contestants)
      throws IOException {
    List<List<Measurement>> measured = new ArrayList<>();
    for (Contestant each : contestants) {
      each.load(read, WARM_UP_OF_READ);
      measured.add(new ArrayList<>());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int each = 0; each < contestants.size(); each++) {
        measured.get(each).add(contestants.get(each).measure(read, ROUND));
      }
    }
    return measured;
  }

  private void row(
      @Nullable HotRead read, String server, List<List<Measurement>> measured, int index) {
    List<Measurement> rounds = measured.get(index);
    report.row(
        read == null ? "" : format("%s (%,d bytes)", read.name(), read.answer().body().length),
        server,
        format("%,.0f", Measurement.median(rounds, Measurement::rate)) + refusals(rounds),
        format("%.2f", Measurement.median(rounds, Measurement::p50)),
        format("%.2f", Measurement.median(rounds, Measurement::p99)),
        format("%.1f", Measurement.median(rounds, Measurement::processorTime)),
        ratio(measured, index, 1),
        ratio(measured, index, 2),
        index == 0 ? format("%.2f", byProcessorTime(measured)) : "",
        format("%.0f %%", 100 * Measurement.median(rounds, Measurement::generatorLoad)));
  }

  /** What the rate of the first server would be of the second's, each alone on its processor. */
  private static double byProcessorTime(List<List<Measurement>> measured) {
    return Measurement.median(measured.get(1), Measurement::processorTime)
        / Measurement.median(measured.get(0), Measurement::processorTime);
  }

  private static String refusals(List<Measurement> rounds) {
    long refusals = rounds.stream().mapToLong(Measurement::refusals).sum();
    return refusals == 0 ? "" : format(" (%,d refused)", refusals);
  }

  private static String ratio(List<List<Measurement>> measured, int index, int reference) {
    return reference < measured.size() && reference != index
        ? format("%.2f", Measurement.ratio(measured.get(index), measured.get(reference)))
        : "";
  }

  private void allocations(List<HotRead> reads, List<Contestant> contestants) throws IOException {
    report.columns("bytes allocated for each answer", "Sarkhat", "bare Vert.x", "difference");
    for (int read : IntStream.range(0, reads.size()).toArray()) {
      double ours = contestants.get(0).allocation(read, ALLOCATION);
      double bare = contestants.get(1).allocation(read, ALLOCATION);
      report.row(
          reads.get(read).name(),
          format("%,.0f", ours),
          format("%,.0f", bare),
          format("%+,.0f", ours - bare));
    }
    report.end();
  }
}
