package dev.sarkhat.purge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Answers each path with how often it was asked, in the header fields of the content API. */
final class VarnishOrigin implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Map<String, String>> fields = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private volatile boolean failing;

  VarnishOrigin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Has a path from now on. */
  void serve(String path, String tags) {
    Map<String, String> all = new ConcurrentHashMap<>();
    all.put("Cache-Control", "public, max-age=5");
    all.put("Surrogate-Control", "max-age=300, stale-while-revalidate=60, stale-if-error=600");
    all.put("Surrogate-Key", tags);
    all.put("Cache-Tag", tags.replace(' ', ','));
    if (tags.isEmpty()) {
      all.remove("Surrogate-Key");
    }
    fields.put(path, all);
  }

  /** Sets a header field of a path, or takes it away. */
  void policy(String path, String name, @Nullable String value) {
    Map<String, String> all = fields.getOrDefault(path, Map.of());
    if (value == null) {
      all.remove(name);
    } else {
      all.put(name, value);
    }
  }

  /** Answers with 503, or as before. */
  void fail(boolean fails) {
    failing = fails;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/health/live")) {
      exchange.sendResponseHeaders(204, -1);
    } else if (failing || !fields.containsKey(path)) {
      exchange.sendResponseHeaders(failing ? 503 : 404, -1);
    } else {
      fields.getOrDefault(path, Map.of()).forEach(exchange.getResponseHeaders()::set);
      byte[] body =
          Integer.toString(asked.merge(path, 1, Integer::sum)).getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
