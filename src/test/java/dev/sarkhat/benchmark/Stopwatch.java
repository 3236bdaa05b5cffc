package dev.sarkhat.benchmark;

import dev.sarkhat.article.BoundStatement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Takes the time of reads, one after another over one connection. The reads take turns, so that
 * what else the machine does falls on all of them alike; the first rounds warm up and are not
 * counted.
 */
final class Stopwatch {

  private static final long MOST_PER_READ = Duration.ofSeconds(8).toNanos();
  private static final int FEWEST_SAMPLES = 5;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final int warmUp;
  private final int rounds;

  Stopwatch(int warmUp, int rounds) {
    this.warmUp = warmUp;
    this.rounds = rounds;
  }

  /**
   * The time of the statement that finds the articles of each list, with the reading of its rows.
   */
  Map<String, Latency> statements(List<Read> reads, DataSource dataSource) throws SQLException {
    List<Read> lists = reads.stream().filter(read -> read.listing() != null).toList();
    Samples samples = new Samples(lists);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (int round = -warmUp; round < rounds; round++) {
        for (Read read : lists) {
          BoundStatement statement = Objects.requireNonNull(read.listing());
          if (samples.wanted(read)) {
            statement.choosePlanMode(connection);
            long start = System.nanoTime();
            statement.run(connection);
            samples.add(read, round, System.nanoTime() - start);
            connection.rollback();
          }
        }
      }
      connection.setAutoCommit(true);
    }
    return samples.latencies();
  }

  /**
   * The time of each whole request over loopback, from sending it to holding its answer, which is
   * rendered for it: the requests go past the cache.
   */
  Map<String, Latency> requests(List<Read> reads, URI server)
      throws IOException, InterruptedException {
    Samples samples = new Samples(reads);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int round = -warmUp; round < rounds; round++) {
      for (Read read : reads) {
        if (samples.wanted(read)) {
          HttpRequest request =
              HttpRequest.newBuilder(server.resolve(read.path()))
                  .header(Request.CREDENTIALS, Request.NONE)
                  .build();
          long start = System.nanoTime();
          HttpResponse<byte[]> response =
              client.send(request, HttpResponse.BodyHandlers.ofByteArray());
          samples.add(read, round, System.nanoTime() - start);
          refuseFailure(read, response.statusCode());
        }
      }
    }
    return samples.latencies();
  }

  private static void refuseFailure(Read read, int status) {
    if (status != OK && !(read.reference() && status == NOT_FOUND)) {
      throw new IllegalStateException(read.path() + " answered " + status);
    }
  }

  /** The durations of the counted runs of each read. */
  private static final class Samples {

    private final Map<String, List<Long>> durations = new LinkedHashMap<>();
    private final Map<String, Long> spent = new HashMap<>();

    Samples(List<Read> reads) {
      reads.forEach(read -> durations.put(read.name(), new ArrayList<>()));
    }

    /** Whether to run the read again: a slow one gets fewer runs, but at least a handful. */
    boolean wanted(Read read) {
      return spent.getOrDefault(read.name(), 0L) < MOST_PER_READ
          || of(read).size() < FEWEST_SAMPLES;
    }

    void add(Read read, int round, long duration) {
      spent.merge(read.name(), duration, Long::sum);
      if (round >= 0) {
        of(read).add(duration);
      }
    }

    private List<Long> of(Read read) {
      return Objects.requireNonNull(durations.get(read.name()));
    }

    Map<String, Latency> latencies() {
      Map<String, Latency> latencies = new LinkedHashMap<>();
      durations.forEach((name, runs) -> latencies.put(name, Latency.ofNanoseconds(runs)));
      return latencies;
    }
  }
}
