package dev.sarkhat.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own. */
public final class ServerProcess implements AutoCloseable {

  /** What every Java server runs with. */
  private static final List<String> JAVA_OPTIONS =
      List.of("-Xmx512m", "-Dvertx.disableURIValidation=true");

  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final long LONGEST_STOP_SECONDS = 40;

  private final String name;
  private final int port;
  private final Process process;

  /**
   * Starts a server and returns when it listens.
   *
   * @param output the file for what it prints
   */
  ServerProcess(
      String name, int port, List<String> command, Map<String, String> environment, Path output)
      throws IOException, InterruptedException {
    this.name = name;
    this.port = port;
    Files.createDirectories(output.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    process = builder.start();
    try {
      awaitPort(output);
    } catch (IOException | InterruptedException failed) {
      close();
      throw failed;
    }
  }

  /** The command that starts Java as every server has it. */
  static List<String> java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(arguments);
    return command;
  }

  /** A port that nobody listens at. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(Path output) throws IOException, InterruptedException {
    long last = System.nanoTime() + LONGEST_START.toNanos();
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() > last) {
        throw new IOException(name + " does not start, see " + output);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  String name() {
    return name;
  }

  /** Where it listens, on the loopback address. */
  public int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** The processor time of the server, with the processes it has started, so far. */
  Duration processorTime() {
    return processorTime(process.toHandle());
  }

  /** The processor time of a process, with those that it has started, so far. */
  static Duration processorTime(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The process. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a crash would: by a signal that it does not see. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
