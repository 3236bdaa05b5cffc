package dev.sarkhat.search.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sarkhat.search.index.IndexChanges;
import dev.sarkhat.search.index.SearchIndexException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to a cluster, one that says what the test wants. */
class BulkWritingTest {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final IndexChanges REMOVAL =
      new IndexChanges(List.of(), Set.of(5L), List.of(), Set.of());
  private static final String DONE = "200 {\"errors\":false}";

  private final Queue<String> answers = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final HttpServer server = nobody();

  private static HttpServer nobody() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @BeforeEach
  void listen() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    heard.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + "\n"
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String[] answer = answers.remove().split(" ", 2);
    byte[] body = answer[1].getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/proxied/");
  }

  private static OpenSearchClient client(URI... nodes) {
    return new OpenSearchClient(
        new OpenSearchIndex.Cluster(
            List.of(nodes),
            Optional.of(new OpenSearchIndex.Credentials("سردبیر", "secret")),
            LONGEST,
            LONGEST,
            1));
  }

  private void write(String... said) {
    answers.addAll(List.of(said));
    new BulkWriting(client(address()), "alias", 7, LONGEST).write(REMOVAL, true);
  }

  private static String item(int status) {
    return "200 {\"errors\":true,\"items\":[{\"delete\":{\"status\":" + status + "}}]}";
  }

  @Test
  void saysWhatIsToBeWrittenAndWhoWrites() {
    write(DONE);
    assertEquals(
        List.of(
            """
            POST /proxied/alias/_bulk?require_alias=true&refresh=true Basic 2LPYsdiv2KjbjNixOnNlY3JldA==
            {"delete":{"_id":"article5","version":7,"version_type":"external_gte"}}
            """),
        heard);
  }

  @Test
  void takesForWrittenWhatIsGoneOrNewer() {
    write(item(404));
    write(item(409));
    assertEquals(2, heard.size());
  }

  @Test
  void failsWhereADocumentIsRefused() {
    assertThrows(SearchIndexException.class, () -> write(item(400)));
    assertThrows(SearchIndexException.class, () -> write("500 {\"error\":{\"type\":\"x\"}}"));
    assertThrows(
        SearchIndexException.class,
        () ->
            write("200 {\"errors\":true,\"items\":[{\"delete\":{\"status\":404,\"error\":{}}}]}"));
  }

  @Test
  void waitsWhereTheClusterIsBusy() {
    write("429 {}", item(429), DONE);
    assertEquals(3, heard.size());
    assertEquals(Set.of(heard.get(0)), Set.copyOf(heard));
  }

  @Test
  void asksTheNextNodeWhereOneCannotAnswer() throws IOException {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    answers.addAll(List.of("503 {}", DONE, DONE));
    OpenSearchClient client = client(closed, address(), address());
    assertTrue(client.send("GET", "/", LONGEST).isOk());
    assertEquals(2, heard.size());
    assertTrue(client.send("GET", "/", LONGEST).isOk());
    assertEquals(3, heard.size());
    assertThrows(SearchIndexException.class, () -> client(closed).send("GET", "/", LONGEST));
  }

  @Test
  void waitsForNobodyForLong() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      URI node = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      OpenSearchClient client = client(node);
      assertThrows(
          SearchIndexException.class, () -> client.send("GET", "/", Duration.ofMillis(50)));
      // The connection is free for others again.
      assertThrows(
          SearchIndexException.class, () -> client.send("GET", "/", Duration.ofMillis(50)));
    }
  }
}
