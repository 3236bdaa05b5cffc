package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Varnish as a child process, with the project's VCL before a test's origin. */
final class RunningVarnish implements AutoCloseable {

  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/sbin/varnishd"), Path.of("/usr/local/sbin/varnishd"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final URI address;
  private final Path log;

  /** What a reader gets. */
  record Reply(int status, HttpHeaders headers, String body) {}

  private RunningVarnish(Process process, URI address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  static boolean isInstalled() {
    return PROGRAMS.stream().anyMatch(Files::isExecutable);
  }

  /** Whether the VCL compiles but for the module that it needs. */
  static boolean hasXkey(Path directory) throws IOException, InterruptedException {
    Path probe =
        Files.writeString(
            directory.resolve("probe.vcl"), "vcl 4.1;\nimport xkey;\n" + "backend default none;\n");
    Path output = directory.resolve("probe.txt");
    Process compiler =
        new ProcessBuilder(program(), "-j", "none", "-C", "-f", probe.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(compiler.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    return compiler.exitValue() == 0;
  }

  /**
   * Starts and waits until it answers.
   *
   * @param vcl the name of the file in {@code operations}
   * @param allowed the address whose purges are taken
   */
  static RunningVarnish start(Path directory, String vcl, int originPort, String allowed)
      throws IOException, InterruptedException {
    for (String name : List.of("varnish.vcl", "varnish-xkey.vcl")) {
      String text = Files.readString(Path.of("operations", name));
      Files.writeString(
          directory.resolve(name),
          text.replace("\"8080\"", '"' + Integer.toString(originPort) + '"')
              .replace("    \"127.0.0.1\";\n", "    \"" + allowed + "\";\n"));
    }
    int port = freePort();
    String listen = "127.0.0.1:" + Integer.toString(port);
    Path log = directory.resolve("varnishd.txt");
    Process process =
        new ProcessBuilder(
                program(),
                "-F",
                "-j",
                "none",
                "-a",
                listen,
                "-f",
                directory.resolve(vcl).toString(),
                "-n",
                directory.resolve("work-" + Integer.toString(port)).toString(),
                "-s",
                "malloc,16m",
                "-p",
                "thread_pools=1",
                "-p",
                "thread_pool_min=10")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    RunningVarnish varnish = new RunningVarnish(process, URI.create("http://" + listen), log);
    varnish.awaitStart();
    return varnish;
  }

  private static String program() {
    return PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElseThrow().toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        get("/started");
        return;
      } catch (ConnectException notYet) {
        assertTrue(
            process.isAlive() && System.nanoTime() < deadline,
            () -> "Varnish does not start: " + output());
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private String output() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  URI address() {
    return address;
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).build());
  }

  /** Gets until the reply is as it must become, and fails when it does not in time. */
  void getUntil(String path, Predicate<Reply> becomes) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!becomes.test(get(path))) {
      assertTrue(System.nanoTime() < deadline, () -> path + " did not become as it must");
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  Reply send(String method, String path, String field, String value)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .method(method, BodyPublishers.noBody())
            .header(field, value)
            .build());
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
