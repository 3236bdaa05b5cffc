package dev.sarkhat.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A server that is measured beside others.
 *
 * @param name what the report calls it
 * @param process its process
 * @param requests what it is asked, in the order of the reads
 */
record Contestant(String name, ServerProcess process, List<Request> requests) {

  private static final int CONNECTIONS = Settings.number("connections", 64);
  private static final double MICROSECOND = 1000;

  /** Puts a server that is known by the application's addresses beside it. */
  static Contestant of(String name, ServerProcess process, List<HotRead> reads) {
    return new Contestant(name, process, reads.stream().map(HotRead::request).toList());
  }

  /** nginx serves files by their numbers, and knows them by entity tags of its own. */
  static Contestant ofNginx(ServerProcess process, List<HotRead> reads) throws IOException {
    List<Request> requests = new ArrayList<>();
    for (HotRead read : reads) {
      String file = Nginx.address(requests.size());
      Request request = read.request().to(file);
      if (read.conditional()) {
        String tag =
            Request.of(file)
                .ask(process.port(), response -> String.valueOf(response.field("ETag")));
        request = request.with("If-None-Match", tag);
      }
      requests.add(request);
    }
    return new Contestant("nginx, a file", process, requests);
  }

  /** Asks one of the reads, over and over, for a while. */
  Load load(int read, Duration duration) throws IOException {
    Client client = Client.repeating(requests.get(read));
    try (LoadGenerator generator =
        new LoadGenerator(process.port(), Collections.nCopies(CONNECTIONS, client))) {
      return generator.run(duration);
    }
  }

  /** Asks all of the reads in turn, for this long together. */
  void warmUp(Duration duration) throws IOException {
    for (int read = 0; read < requests.size(); read++) {
      load(read, duration.dividedBy(requests.size()));
    }
  }

  /** Measures one of the reads for a while. */
  Measurement measure(int read, Duration duration) throws IOException {
    Duration before = process.processorTime();
    Load load = load(read, duration);
    Duration spent = process.processorTime().minus(before);
    return new Measurement(
        load.rate(),
        load.refusals(),
        load.latency(50),
        load.latency(99),
        spent.toNanos() / MICROSECOND / load.answers(),
        load.generatorLoad());
  }

  /** The bytes that the server's event loops allocate for each answer. */
  double allocation(int read, Duration duration) throws IOException {
    try (AllocationProbe probe = new AllocationProbe(process.pid())) {
      long before = probe.allocated();
      long answers = load(read, duration).answers();
      return (double) (probe.allocated() - before) / answers;
    }
  }
}
