package dev.sarkhat.article.editing;

import static dev.sarkhat.access.NewsroomConnection.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.ApiTest;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomConnection;
import dev.sarkhat.access.NewsroomConnection.Answer;
import dev.sarkhat.access.NewsroomConnection.Request;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editors at work on the same articles at the same time. */
@QuarkusTest
class ManyEditorsTest extends ApiTest {

  private static final int EDITORS = 50;
  private static final int WRITES_EACH = 2;

  /** What a client answers by reading and trying again. */
  private static final Set<Integer> TRY_AGAIN = Set.of(412, 503);

  @TestHTTPResource("/")
  URI server;

  @Inject Keys keys;
  @Inject DataSource dataSource;

  private Section section;
  private NewsroomConnection editor;

  @BeforeEach
  void makeEditor() {
    section = newsroom.section();
    editor = editor();
  }

  private NewsroomConnection editor() {
    return new NewsroomConnection(server, keys.with(Role.EDITOR, section).text());
  }

  private String create() throws IOException, InterruptedException {
    Answer made =
        editor.send(
            request(
                "POST",
                "/v1/admin/articles",
                Map.of("title", "x", "lead", "آغاز", "section", section.slug())));
    assertEquals(201, made.status());
    return "/v1/admin/articles/" + made.body().get("id").asLong();
  }

  /**
   * Each reads the lead and writes it with a word more, half of them as a patch and half as a
   * whole, and under a name of their own a number. What one overwrites of another's would be
   * missing.
   */
  @Test
  void nothingThatWasAcceptedIsOverwritten() throws Exception {
    String article = create();
    ConcurrentSkipListMap<Integer, String> accepted = new ConcurrentSkipListMap<>();

    all(
        EDITORS,
        number -> {
          NewsroomConnection own = editor();
          for (int turn = 0; turn < WRITES_EACH; turn++) {
            String word = "w" + number + "x" + turn;
            Answer saved =
                untilAccepted(own, article, read -> addition(article, read, number, word));
            accepted.put(saved.body().get("revision").asInt(), word);
          }
        });

    int last = EDITORS * WRITES_EACH;
    assertEquals(IntStream.rangeClosed(1, last).boxed().toList(), List.copyOf(accepted.keySet()));
    StringBuilder lead = new StringBuilder("آغاز");
    Map<String, String> numbers = new TreeMap<>();
    List<String> words = List.copyOf(accepted.values());
    for (int revision = 1; revision <= last; revision++) {
      String word = words.get(revision - 1);
      lead.append(' ').append(word);
      numbers.put(word.replaceFirst("x.*", ""), word);
      JsonNode kept = editor.get(article + "/revisions/" + revision).body();
      assertEquals(word, kept.path("note").asText());
      assertEquals(lead.toString(), kept.path("content").path("lead").asText());
      assertEquals(numbers, attributes(kept.path("content")));
      assertTrue(kept.path("savedBy").hasNonNull("name"));
    }
    JsonNode now = editor.get(article).body();
    assertEquals(last, now.get("revision").asInt());
    assertEquals(lead.toString(), now.path("content").path("lead").asText());
    assertEquals(numbers, attributes(now.path("content")));
  }

  private static Request addition(String article, JsonNode read, int number, String word) {
    String writer = "w" + number;
    String lead = read.path("content").path("lead").asText() + " " + word;
    String address = article + "?note=" + word;
    if (number % 2 == 0) {
      return request("PATCH", address, Map.of("lead", lead, "attributes", Map.of(writer, word)));
    }
    ObjectNode content = read.get("content").deepCopy();
    content.put("lead", lead).withObject("/attributes").put(writer, word);
    return request("PUT", address, content);
  }

  private static Map<String, String> attributes(JsonNode content) {
    Map<String, String> attributes = new TreeMap<>();
    content
        .path("attributes")
        .fields()
        .forEachRemaining(each -> attributes.put(each.getKey(), each.getValue().asText()));
    return attributes;
  }

  /** Some write, others publish, withdraw and restore; a move never takes a word along or back. */
  @Test
  void movesAndWritesOfTheSameArticleDoNotUndoEachOther() throws Exception {
    String article = create();
    ConcurrentSkipListMap<Integer, String> accepted = new ConcurrentSkipListMap<>();

    all(
        10,
        number -> {
          NewsroomConnection own = editor();
          for (int turn = 0; turn < 4; turn++) {
            String word = "w" + number + "x" + turn;
            Answer saved =
                untilAccepted(
                    own,
                    article,
                    read ->
                        number < 7
                            ? addition(article, read, number, word)
                            : move(article, read.get("status").asText()));
            accepted.put(
                saved.body().get("revision").asInt(),
                number < 7 ? word : saved.body().get("status").asText());
          }
        });

    assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), List.copyOf(accepted.keySet()));
    String status = "draft";
    String lead = "آغاز";
    List<String> all = List.copyOf(accepted.values());
    for (int revision = 1; revision <= all.size(); revision++) {
      String what = all.get(revision - 1);
      if (what.startsWith("w") && !what.equals("withdrawn")) {
        lead = lead + " " + what;
      } else {
        status = what;
      }
      JsonNode kept = editor.get(article + "/revisions/" + revision).body();
      assertEquals(lead, kept.path("content").path("lead").asText());
      assertEquals(status, kept.path("status").asText());
    }
    JsonNode now = editor.get(article).body();
    assertEquals(lead, now.path("content").path("lead").asText());
    assertEquals(status, now.get("status").asText());
    int forReaders = status.equals("published") ? 200 : 410;
    assertEquals(forReaders, editor.get(article.replace("/admin", "")).status());
  }

  private static Request move(String article, String status) {
    return switch (status) {
      case "draft" -> request("POST", article + "/publish");
      case "published" -> request("POST", article + "/withdraw", Map.of("reason", "نادرست"));
      case "withdrawn" -> request("POST", article + "/restore");
      default -> throw new AssertionError(status);
    };
  }

  @Test
  void whoeverHoldsAnArticleHoldsUpNobodyWhoWritesAnother() throws Exception {
    String held = create();
    String other = create();
    Request write = request("PATCH", held, Map.of("lead", "سپس")).of(0);

    try (Connection holder = dataSource.getConnection()) {
      holder.setAutoCommit(false);
      lock(holder, held);
      assertEquals(200, editor.send(request("PATCH", other, Map.of("lead", "سپس")).of(0)).status());
      assertEquals(503, editor.send(write).status());
      holder.rollback();
    }

    assertEquals(0, editor.get(held).body().get("revision").asInt());
    assertEquals(200, editor.send(write).status());
  }

  private static void lock(Connection connection, String article) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select id from article where id = ? for update")) {
      lock.setLong(1, Long.parseLong(article.substring(article.lastIndexOf('/') + 1)));
      lock.executeQuery();
    }
  }

  private interface Change {
    Request of(JsonNode read);
  }

  private static Answer untilAccepted(NewsroomConnection editor, String article, Change change)
      throws IOException, InterruptedException {
    while (true) {
      Answer read = editor.get(article);
      if (read.status() == 503) {
        continue;
      }
      assertEquals(200, read.status(), () -> read.body().toString());
      int revision = read.body().get("revision").asInt();
      Answer answer = editor.send(change.of(read.body()).of(revision));
      if (answer.isSuccess()) {
        assertEquals(revision + 1, answer.body().get("revision").asInt());
        return answer;
      }
      assertTrue(TRY_AGAIN.contains(answer.status()), () -> answer.body().toString());
    }
  }

  private interface Work {
    void of(int number) throws Exception;
  }

  private static void all(int editors, Work work) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(editors);
    try {
      List<Callable<Void>> all = new ArrayList<>();
      for (int number = 0; number < editors; number++) {
        int own = number;
        all.add(
            () -> {
              work.of(own);
              return null;
            });
      }
      for (Future<Void> each : threads.invokeAll(all)) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
