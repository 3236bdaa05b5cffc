package dev.sarkhat.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.TestData;
import dev.sarkhat.access.StoredAdmin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Moves a newsroom: a file of real articles is imported by one process, what that exports is
 * imported by another with an empty database, and what that exports has to be the same bytes.
 */
@Tag("benchmark")
class TransferBenchmark {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_IMPORT = Duration.ofMinutes(15);

  private final Machine machine = new Machine();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final MarkdownReport report = new MarkdownReport("Import and export over HTTP");

  @Test
  void whatIsExportedAndImportedIsExportedTheSame()
      throws IOException, InterruptedException, SQLException {
    Path first = Path.of("target", "benchmark", "first.ndjson");
    Path second = Path.of("target", "benchmark", "second.ndjson");
    move(TestData.present("news.ndjson.gz"), "application/gzip", first);
    move(first, "application/x-ndjson", second);

    assertTrue(Files.size(first) > 1_000_000);
    assertEquals(-1, Files.mismatch(first, second));
    report.publish("transfer.md");
  }

  /** Imports a file into an empty newsroom, and exports that. */
  private void move(Path file, String type, Path exported)
      throws IOException, InterruptedException, SQLException {
    try (SarkhatServer server = new SarkhatServer(machine)) {
      String key = StoredAdmin.store(server.dataSource());
      long began = System.nanoTime();
      JsonNode job = send(server, key, file, type);
      double arrived = seconds(began);
      long last = System.nanoTime() + LONGEST_IMPORT.toNanos();
      while (!job.path("state").textValue().equals("done")) {
        assertTrue(System.nanoTime() < last && !job.has("failure"), job::toString);
        TimeUnit.MILLISECONDS.sleep(200);
        job = JSON.readTree(get(server, key, "/v1/admin/imports/" + job.path("id")).body());
      }
      double imported = seconds(began);
      assertEquals(0, job.path("refused").asInt(), job::toString);
      began = System.nanoTime();
      HttpResponse<Path> answer =
          client.send(
              request(server, key, "/v1/admin/export").build(),
              HttpResponse.BodyHandlers.ofFile(exported));
      assertEquals(200, answer.statusCode());
      report.paragraph(
          String.format(
              Locale.ROOT,
              "%s: %d bytes arrived in %.1f s, %d lines were done after %.1f s; %d bytes were"
                  + " exported in %.1f s; the process had %s of memory at most.",
              file.getFileName(),
              Files.size(file),
              arrived,
              job.path("linesDone").asLong(),
              imported,
              Files.size(exported),
              seconds(began),
              highWater(server)));
    }
  }

  private JsonNode send(SarkhatServer server, String key, Path file, String type)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request(server, key, "/v1/admin/imports")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer::body);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(SarkhatServer server, String key, String path)
      throws IOException, InterruptedException {
    return client.send(request(server, key, path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(SarkhatServer server, String key, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer " + key);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** The most memory that the process has had, where the system tells. */
  private static String highWater(SarkhatServer server) throws IOException {
    Path status = Path.of("/proc", Long.toString(server.process().pid()), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .map(line -> line.substring("VmHWM:".length()).strip())
            .findFirst()
            .orElse("an unknown amount")
        : "an unknown amount";
  }
}
