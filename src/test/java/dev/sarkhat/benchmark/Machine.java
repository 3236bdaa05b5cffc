package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int STEAL = 7;

  private final boolean pins = PROCESSORS > 1 && isPresent("taskset");
  private final long[] ticksAtStart = ticks();
  private final String loadAtStart = loadAverage();

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

  /** Lets a process that a server started, and its children, run on every processor. */
  void release(ProcessHandle process) throws IOException, InterruptedException {
    pin(process, ALL);
    for (ProcessHandle child : process.descendants().toList()) {
      pin(child, ALL);
    }
  }

  private void pin(ProcessHandle process, String processors)
      throws IOException, InterruptedException {
    if (pins) {
      run(List.of("taskset", "-a", "-p", "-c", processors, Long.toString(process.pid())));
    }
  }

  /** Whether a program is on the path. */
  private static boolean isPresent(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** What there is to know of the machine, and whether it was quiet since the start. */
  String description() {
    List<String> parts = new ArrayList<>();
    parts.add(PROCESSORS + " processors");
    parts.add("Java " + Runtime.version().feature());
    parts.add(
        pins
            ? "servers on processor " + SERVER + ", load generator on " + GENERATOR
            : "nothing pinned to a processor");
    if (!loadAtStart.isEmpty()) {
      parts.add("load average at the start " + loadAtStart);
    }
    long[] now = ticks();
    if (now.length > STEAL) {
      long total = LongStream.of(now).sum() - LongStream.of(ticksAtStart).sum();
      double stolen = 100.0 * (now[STEAL] - ticksAtStart[STEAL]) / Math.max(1, total);
      parts.add(String.format(Locale.ROOT, "%.1f %% of the time stolen by the host", stolen));
    }
    return String.join("; ", parts) + ".";
  }

  /** Says so where something else is at work, which falsifies what is measured. */
  String warning() {
    if (loadAtStart.isEmpty() || Double.parseDouble(loadAtStart) < 0.5) {
      return "";
    }
    return "**The machine was busy at the start: trust no figure here.**";
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
