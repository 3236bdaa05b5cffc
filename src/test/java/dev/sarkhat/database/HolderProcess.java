package dev.sarkhat.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link ServerHolder} in another JVM. */
final class HolderProcess implements AutoCloseable {

  private final Process process;
  private final String firstLine;

  HolderProcess(Path dataDirectory, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerHolder.class.getName());
    command.add(dataDirectory.toString());
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith("jdbc:") && !line.startsWith("The ")) {
      line = output.readLine();
    }
    firstLine = String.valueOf(line);
  }

  /** The address, or the reason why there is none. */
  String answer() {
    return firstLine;
  }

  long pid() {
    return process.pid();
  }

  /** Ends the JVM without its shutdown hooks, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends the JVM as {@code SIGTERM} does, and answers whether it did so in time. */
  boolean terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
