package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The machine that is measured on. Where {@code taskset} is present and there are two processors or
 * more, servers run on the first and the load generator on the second, so that neither takes the
 * other's time.
 */
final class Machine {

  private static final Path STATISTICS = Path.of("/proc/stat");
  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final String SERVER = "0";
  private static final String GENERATOR = "1";
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final String ALL = "0-" + (PROCESSORS - 1);
  private static final int IDLE = 3;
  private static final int WAIT = 4;
  private static final int STEAL = 7;
  private static final double TICKS_PER_SECOND = 100;
  private static final double QUIET = 0.05;

  private final boolean pins = PROCESSORS > 1 && isPresent("taskset");
  private final String loadAtStart = loadAverage();
  private final List<ProcessHandle> own = new ArrayList<>(List.of(ProcessHandle.current()));
  private long[] ticks = new long[0];
  private Duration spent = Duration.ZERO;
  private double stolen;
  private double others;

  /** The command that runs another command on the servers' processor. */
  List<String> onServerProcessor(List<String> command) {
    if (!pins) {
      return command;
    }
    return Stream.concat(Stream.of("taskset", "-c", SERVER), command.stream()).toList();
  }

  /** Keeps this process off the servers' processor. */
  void pinGenerator() throws IOException, InterruptedException {
    pin(ProcessHandle.current(), GENERATOR);
  }

  /** Lets this process run on every processor again. */
  void unpin() throws IOException, InterruptedException {
    pin(ProcessHandle.current(), ALL);
  }

  /** Keeps a server to its processor again. */
  void pinServer(ProcessHandle server) throws IOException, InterruptedException {
    pin(server, SERVER);
  }

  /**
   * Lets a process and its children run on every processor: PostgreSQL, which the application
   * starts, and servers while they warm up, for a compiler that has to share one processor with the
   * load takes minutes.
   */
  void release(ProcessHandle process) throws IOException, InterruptedException {
    pin(process, ALL);
  }

  private void pin(ProcessHandle process, String processors)
      throws IOException, InterruptedException {
    if (!pins) {
      return;
    }
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      run(List.of("taskset", "-a", "-p", "-c", processors, Long.toString(each.pid())));
    }
  }

  /** Whether a program is on the path. */
  private static boolean isPresent(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /**
   * Counts a process among those that the benchmark itself occupies; those that this process has
   * started are among them.
   */
  void own(ProcessHandle process) {
    own.add(process);
  }

  /** Begins to watch what else the machine does. */
  void watch() {
    ticks = ticks();
    spent = spent();
  }

  /** Ends to watch; the processes that were started must still run. */
  void endWatch() {
    long[] now = ticks();
    if (now.length <= STEAL || ticks.length <= STEAL) {
      return;
    }
    long total = LongStream.of(now).sum() - LongStream.of(ticks).sum();
    long idle = now[IDLE] + now[WAIT] + now[STEAL] - ticks[IDLE] - ticks[WAIT] - ticks[STEAL];
    double seconds = total / TICKS_PER_SECOND / PROCESSORS;
    double busy = (total - idle) / TICKS_PER_SECOND;
    stolen = (double) (now[STEAL] - ticks[STEAL]) / total;
    others = Math.max(0, busy - spent().minus(spent).toMillis() / 1000.0) / seconds;
  }

  private Duration spent() {
    return own.stream().map(ServerProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
  }

  /** What there is to know of the machine, and whether it was quiet while it was watched. */
  String description() {
    return String.format(
        Locale.ROOT,
        "%d processors; Java %d; %s; load average before %s; while it was measured, other"
            + " processes took %.0f %% of a processor, and the host %.1f %% of the time.%s",
        PROCESSORS,
        Runtime.version().feature(),
        pins
            ? "servers on processor " + SERVER + ", load generator on " + GENERATOR
            : "nothing pinned to a processor",
        loadAtStart.isEmpty() ? "unknown" : loadAtStart,
        100 * others,
        100 * stolen,
        others + stolen > QUIET ? " **The machine was not quiet: trust the ratios at most.**" : "");
  }

  private static String loadAverage() {
    return read(LOAD).split(" ", 2)[0];
  }

  /** The first eight columns of all processors: user, nice, system, idle, …, stolen. */
  private static long[] ticks() {
    String[] columns = read(STATISTICS).split("\n", 2)[0].trim().split(" +");
    return Stream.of(columns).skip(1).limit(STEAL + 1).mapToLong(Long::parseLong).toArray();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException absent) {
      return "";
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IOException(command + " does not end.");
    }
  }
}
