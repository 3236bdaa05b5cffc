package dev.sarkhat.search.opensearch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a real OpenSearch before the tests of the profile {@code opensearch}, and lets the
 * application search with it. It needs Java 21 or newer, whatever the tests run on; where there is
 * none, the tests that need it are skipped, and the others search with Lucene.
 */
public final class OpenSearchServer implements LauncherSessionListener {

  /** Set by the profile: what OpenSearch consists of. */
  private static final String CLASSPATH = "opensearch.classpath";

  /** Where it answers; not set if it was not started. */
  static final String URL = "sarkhat.search.opensearch.url";

  private static final int JAVA = 21;
  private static final Pattern PORT = Pattern.compile("HTTP Port: +([0-9]+)");
  private static final Pattern FEATURE = Pattern.compile("JAVA_VERSION=\"([0-9]+)");
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private static final List<String> CONFIGURATION =
      List.of(
          "network.host: 127.0.0.1",
          "discovery.type: single-node",
          // A full disk would make the indexes read-only.
          "cluster.routing.allocation.disk.threshold_enabled: false");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String classpath = System.getProperty(CLASSPATH);
    // There is a session for each request of the build tool.
    if (classpath == null || System.getProperty(URL) != null) {
      return;
    }
    Optional<Path> java = java();
    if (java.isEmpty()) {
      System.err.println("No OpenSearch is tested with: it needs Java 21, and there is none.");
      System.clearProperty(CLASSPATH);
      return;
    }
    try {
      System.setProperty(URL, start(java.get(), classpath).toString());
      System.setProperty("sarkhat.search.engine", "opensearch");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Optional<Path> java() {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getenv("SARKHAT_OPENSEARCH_JAVA"))
        .map(Path::of)
        .ifPresent(homes::add);
    homes.add(Path.of(System.getProperty("java.home")));
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().startsWith("JAVA_HOME")) {
        homes.add(Path.of(variable.getValue()));
      }
    }
    try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
      homes.addAll(installed.sorted().toList());
    } catch (IOException none) {
      // Not every system keeps them there.
    }
    return homes.stream().filter(home -> feature(home) >= JAVA).findFirst();
  }

  private static int feature(Path home) {
    try {
      Matcher version = FEATURE.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException unknown) {
      return 0;
    }
  }

  private static URI start(Path java, String classpath) throws IOException {
    Path base = Path.of("target", "opensearch").toAbsolutePath();
    remove(base);
    Path configuration = Files.createDirectories(base.resolve("node_1/config"));
    Files.write(configuration.resolve("opensearch.yml"), CONFIGURATION);
    Path log = base.resolve("log");
    Path here =
        Path.of(
            URI.create(
                OpenSearchServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
    Process process =
        new ProcessBuilder(
                java.resolve("bin/java").toString(),
                "-Xms512m",
                "-Xmx512m",
                // As OpenSearch's own: what is left of a small heap is refused to requests.
                "-XX:G1ReservePercent=25",
                "-XX:InitiatingHeapOccupancyPercent=30",
                "-cp",
                here + File.pathSeparator + classpath,
                OpenSearchMain.class.getName(),
                "-basePath",
                base.toString(),
                "-numOfNode",
                "1",
                "-baseHttpPort",
                "9240",
                "-clusterName",
                "sarkhat")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return await(process, log);
  }

  private static URI await(Process process, Path log) throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      Matcher port = PORT.matcher(Files.readString(log));
      try {
        if (port.find()) {
          URI address = URI.create("http://127.0.0.1:" + port.group(1));
          HttpRequest health =
              HttpRequest.newBuilder(
                      address.resolve("/_cluster/health?wait_for_status=yellow&timeout=10s"))
                  .build();
          if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
            return address;
          }
        }
        process.waitFor(200, TimeUnit.MILLISECONDS);
      } catch (ConnectException notYet) {
        // It is asked again.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    process.destroyForcibly();
    throw new IOException("OpenSearch did not start; it says: " + Files.readString(log));
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
