package dev.sarkhat.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Readers of the same stories on one or more processes, each process read by a thread of its own.
 */
final class Race {

  private static final int CONNECTIONS = Settings.number("connections", 16);
  private static final Duration SLICE = Duration.ofSeconds(1);

  private Race() {}

  /**
   * Reads until the first process has answered often enough.
   *
   * @param ports of the processes, that of the writing one first
   */
  static List<RaceReader.Findings> run(List<Story> stories, List<Integer> ports, long reads)
      throws IOException, InterruptedException {
    AtomicBoolean finished = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(ports.size());
    try {
      List<Future<RaceReader.Findings>> running = new ArrayList<>();
      for (int port : ports) {
        boolean leads = running.isEmpty();
        Callable<RaceReader.Findings> reading =
            () -> read(stories, port, leads ? reads : Long.MAX_VALUE, finished);
        running.add(threads.submit(reading));
      }
      List<RaceReader.Findings> findings = new ArrayList<>();
      for (Future<RaceReader.Findings> each : running) {
        findings.add(each.get());
      }
      return findings;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      finished.set(true);
      threads.shutdown();
    }
  }

  private static RaceReader.Findings read(
      List<Story> stories, int port, long reads, AtomicBoolean finished) throws IOException {
    List<RaceReader> readers = new ArrayList<>();
    for (int number = 0; number < CONNECTIONS; number++) {
      readers.add(new RaceReader(stories, new SplittableRandom(number)));
    }
    try (LoadGenerator generator = new LoadGenerator(port, readers)) {
      RaceReader.Findings findings = RaceReader.Findings.of(readers);
      while (findings.reads() < reads && !finished.get()) {
        generator.run(SLICE);
        findings = RaceReader.Findings.of(readers);
      }
      return findings;
    } finally {
      finished.set(true);
    }
  }
}
