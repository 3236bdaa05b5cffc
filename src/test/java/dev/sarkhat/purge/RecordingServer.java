package dev.sarkhat.purge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands for a network: keeps what it is sent and answers as it is told, else with a success. */
final class RecordingServer implements AutoCloseable {

  /** What came. */
  record Received(String method, String path, Headers headers, String body) {

    @Nullable String header(String name) {
      return headers.getFirst(name);
    }

    /** The tags in a field, in order. */
    List<String> tags(String name) {
      String value = header(name);
      return value == null ? List.of() : List.of(value.split(" "));
    }
  }

  /** What to answer with. */
  record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(int status) {
      return new Answer(status, Map.of(), "");
    }
  }

  private static final Answer SUCCESS = new Answer(200, Map.of(), "{\"success\": true}");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private volatile Answer otherwise = SUCCESS;
  private volatile boolean silent;

  RecordingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + Integer.toString(server.getAddress().getPort()));
  }

  /** Answers the next requests so, one after the other. */
  void answer(Answer... next) {
    answers.addAll(List.of(next));
  }

  /** Answers every request so, from now on, that has no answer of its own. */
  void answerAlways(Answer answer) {
    otherwise = answer;
  }

  /** Answers as a network that is well. */
  void recover() {
    answers.clear();
    otherwise = SUCCESS;
  }

  /** Takes requests and says nothing. */
  void beSilent() {
    silent = true;
  }

  List<Received> received() {
    return new ArrayList<>(received);
  }

  /** What came since the last call. */
  List<Received> take() {
    List<Received> all = received();
    received.clear();
    return all;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            body));
    if (silent) {
      return;
    }
    Answer next = answers.poll();
    Answer answer = next == null ? otherwise : next;
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
