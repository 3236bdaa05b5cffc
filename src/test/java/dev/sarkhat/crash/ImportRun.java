package dev.sarkhat.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.access.NewsroomConnection;
import dev.sarkhat.access.NewsroomConnection.Answer;
import dev.sarkhat.access.NewsroomConnection.Request;
import dev.sarkhat.access.StoredAdmin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Imports a file into an empty newsroom over HTTP, and strikes it meanwhile. */
final class ImportRun {

  private static final String IMPORTS = "/v1/admin/imports";
  private static final Duration LONGEST_IMPORT = Duration.ofMinutes(5);
  private static final int LONGEST_ARRIVAL_MILLIS = 300;
  private static final Set<Integer> BUSY = Set.of(409, 503);
  private static final Set<String> FINAL = Set.of("done", "failed", "cancelled");

  private final Path directory;
  private final byte[] packed;
  private final Random random = new Random();

  /**
   * A blow that falls when an import has come so far.
   *
   * @param linesDone how many lines are done at least, or {@link #ARRIVING}
   */
  record Strike(Blow blow, long linesDone) {

    /** While the file arrives, or has just arrived. */
    static final long ARRIVING = -1;
  }

  /**
   * An import that has ended.
   *
   * @param job as the API tells it
   * @param refusals every line of its report
   * @param content all that it has written, see {@code imported-content.sql}
   * @param struckAt how many lines were done when each blow fell, at least
   * @param idle from each blow until more lines were done
   */
  record Result(
      JsonNode job,
      List<String> refusals,
      List<String> content,
      List<Long> struckAt,
      List<Duration> idle) {

    /** Holds that this import has come to the same as one that nothing happened to. */
    void assertSame(Result undisturbed) {
      assertEquals("done", job.path("state").asText(), job::toString);
      for (String exact : List.of("linesDone", "bytesRead", "size", "refused", "counts", "notes")) {
        assertEquals(undisturbed.job.get(exact), job.get(exact), exact);
      }
      assertEquals(undisturbed.refusals, refusals);
      for (int i = 0; i < Math.min(content.size(), undisturbed.content.size()); i++) {
        assertEquals(undisturbed.content.get(i), content.get(i));
      }
      assertEquals(undisturbed.content.size(), content.size());
    }
  }

  /**
   * Prepares imports of a file.
   *
   * @param directory for the data of the application, which is emptied
   * @param packed the file, packed by gzip
   */
  ImportRun(Path directory, byte[] packed) {
    this.directory = directory;
    this.packed = packed;
  }

  /** Imports the file, in a newsroom of its own. */
  Result run(List<Strike> strikes) throws IOException, InterruptedException, SQLException {
    try (Application application = new Application(directory)) {
      String key = StoredAdmin.store(application.dataSource());
      List<Strike> onTheWay = new ArrayList<>(strikes);
      if (!strikes.isEmpty() && strikes.get(0).linesDone() == Strike.ARRIVING) {
        sendInVain(connect(application, key), application, onTheWay.remove(0).blow());
      }
      String address = send(connect(application, key));
      List<Long> struckAt = new ArrayList<>();
      List<Duration> idle = new ArrayList<>();
      for (Strike strike : onTheWay) {
        JsonNode reached = await(connect(application, key), address, strike.linesDone());
        assertEquals("running", reached.path("state").asText(), "It was too late for " + strike);
        struckAt.add(reached.get("linesDone").asLong());
        long struck = System.nanoTime();
        application.strike(strike.blow(), random);
        application.recover();
        NewsroomConnection newsroom = connect(application, key);
        long found = await(newsroom, address, 0).get("linesDone").asLong();
        await(newsroom, address, found + 1);
        idle.add(Duration.ofNanos(System.nanoTime() - struck));
      }
      return result(connect(application, key), address, application, struckAt, idle);
    }
  }

  private static NewsroomConnection connect(Application application, String key) {
    return new NewsroomConnection(application.address(), key);
  }

  private static Result result(
      NewsroomConnection newsroom,
      String address,
      Application application,
      List<Long> struckAt,
      List<Duration> idle)
      throws IOException, InterruptedException, SQLException {
    JsonNode job = await(newsroom, address, Long.MAX_VALUE);
    assertEquals(1, read(newsroom, IMPORTS).get("data").size(), "imports of one request");
    List<String> refusals = refusals(newsroom, address + "/report?limit=100");
    return new Result(job, refusals, content(application), struckAt, idle);
  }

  /** Sends the file while the application is struck; what becomes of the request is unknown. */
  private void sendInVain(NewsroomConnection newsroom, Application application, Blow blow)
      throws IOException, InterruptedException, SQLException {
    Thread sender =
        new Thread(
            () -> {
              try {
                newsroom.send(file());
              } catch (IOException | InterruptedException expected) {
                // The same request is sent again.
              }
            });
    sender.start();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_ARRIVAL_MILLIS));
    application.strike(blow, random);
    application.recover();
    sender.join();
  }

  /** Sends the file, as often as it takes, and answers the address of the import. */
  private String send(NewsroomConnection newsroom) throws IOException, InterruptedException {
    long last = System.nanoTime() + LONGEST_IMPORT.toNanos();
    Answer answer = newsroom.send(file());
    while (!answer.isSuccess()) {
      // What was arriving when its process died is in the way of the same request for a minute.
      if (!BUSY.contains(answer.status()) || System.nanoTime() > last) {
        throw new IOException("The file is not taken: " + answer);
      }
      TimeUnit.MILLISECONDS.sleep(500);
      answer = newsroom.send(file());
    }
    return IMPORTS + "/" + answer.body().get("id").asLong();
  }

  private Request file() {
    return new Request("POST", IMPORTS, "application/gzip", packed, List.of())
        .with("Idempotency-Key", "import");
  }

  /** The import, once it has done so many lines or has ended. */
  private static JsonNode await(NewsroomConnection newsroom, String address, long lines)
      throws IOException, InterruptedException {
    long last = System.nanoTime() + LONGEST_IMPORT.toNanos();
    JsonNode job = read(newsroom, address);
    while (job.get("linesDone").asLong() < lines && !FINAL.contains(job.get("state").asText())) {
      if (System.nanoTime() > last) {
        throw new IOException("The import does not go on: " + job);
      }
      TimeUnit.MILLISECONDS.sleep(150);
      job = read(newsroom, address);
    }
    return job;
  }

  /** What is there, however often one has to ask while the application is busy or recovers. */
  private static JsonNode read(NewsroomConnection newsroom, String address)
      throws IOException, InterruptedException {
    long last = System.nanoTime() + LONGEST_IMPORT.toNanos();
    Answer answer = newsroom.get(address);
    while ((answer.status() == 503 || answer.status() == 429) && System.nanoTime() < last) {
      TimeUnit.MILLISECONDS.sleep(100);
      answer = newsroom.get(address);
    }
    assertEquals(200, answer.status(), answer::toString);
    return answer.body();
  }

  private static List<String> refusals(NewsroomConnection newsroom, String first)
      throws IOException, InterruptedException {
    List<String> refusals = new ArrayList<>();
    String address = first;
    while (!address.isEmpty()) {
      JsonNode page = read(newsroom, address);
      page.get("data").forEach(each -> refusals.add(each.toString()));
      address = page.path("page").path("next").asText("");
    }
    return refusals;
  }

  private static List<String> content(Application application) throws IOException, SQLException {
    List<String> content = new ArrayList<>();
    try (InputStream sql = ImportRun.class.getResourceAsStream("/crash/imported-content.sql");
        Connection connection = application.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertNotNull(sql);
      String query = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          content.add(row.getString(1));
        }
      }
    }
    return content;
  }
}
