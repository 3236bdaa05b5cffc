package dev.sarkhat.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sarkhat.search.index.SearchIndexException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a cluster by HTTP. Whatever is asked of it may be asked twice, so that what one node
 * does not answer is asked of the next; no exchange takes longer than its time limit.
 */
final class OpenSearchClient {

  static final ObjectMapper JSON = new ObjectMapper();

  static final String ONE = "application/json";

  /** One JSON text a line. */
  static final String LINES = "application/x-ndjson";

  /** What a node, or a proxy before it, answers that cannot answer just now. */
  private static final Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

  private final List<String> nodes;
  private final Optional<String> authorization;
  private final HttpClient http;
  private final Semaphore permits;
  private volatile int preferred;

  OpenSearchClient(OpenSearchIndex.Cluster cluster) {
    this.nodes =
        cluster.nodes().stream().map(URI::toString).map(OpenSearchClient::withoutSlash).toList();
    this.authorization = cluster.credentials().map(OpenSearchClient::basic);
    this.permits = new Semaphore(cluster.connections());
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(cluster.connectTimeout())
            .build();
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** RFC 7617. */
  private static String basic(OpenSearchIndex.Credentials credentials) {
    String both = credentials.username() + ":" + credentials.password();
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the cluster said.
   *
   * @param status of HTTP
   * @param body empty if it was no JSON
   */
  record Answer(int status, JsonNode body) {

    boolean isOk() {
      return status < 300;
    }

    /** Whether what was asked for, or its index, is not there. */
    boolean isNotFound() {
      return status == 404;
    }

    /** The kind of the error; empty for none. */
    String error() {
      return body.path("error").path("type").asText();
    }

    /** The body of an answer that is no error. */
    JsonNode orThrow() {
      if (isOk()) {
        return body;
      }
      throw SearchIndexException.failed(
          "OpenSearch answered with "
              + status
              + " "
              + error()
              + ": "
              + body.path("error").path("reason").asText(),
          null);
    }
  }

  /** Asks without a body. */
  Answer send(String method, String path, Duration longest) {
    return send(method, path, null, ONE, longest);
  }

  /** Asks with a JSON text. */
  Answer send(String method, String path, JsonNode body, Duration longest) {
    return send(method, path, bytes(body), ONE, longest);
  }

  static byte[] bytes(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException impossible) {
      throw new IllegalStateException("A tree can always be written", impossible);
    }
  }

  /**
   * Asks.
   *
   * @throws SearchIndexException if no node answers within the time limit
   */
  Answer send(
      String method, String path, byte @Nullable [] body, String contentType, Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      if (!permits.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        throw SearchIndexException.failed("Too much is asked of OpenSearch", null);
      }
      try {
        return sendToNodes(method, path, body, contentType, deadline);
      } finally {
        permits.release();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw SearchIndexException.failed("OpenSearch was not waited for", interrupted);
    }
  }

  /** A connection that a node has closed meanwhile fails too, so that even one is asked twice. */
  private Answer sendToNodes(
      String method, String path, byte @Nullable [] body, String contentType, long deadline)
      throws InterruptedException {
    int first = preferred;
    int attempts = Math.max(2, nodes.size());
    for (int attempt = 1; ; attempt++) {
      int node = (first + attempt - 1) % nodes.size();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(nodes.get(node) + path))
              .header("Accept", ONE)
              .method(
                  method,
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      if (body != null) {
        request.header("Content-Type", contentType);
      }
      authorization.ifPresent(value -> request.header("Authorization", value));
      try {
        Answer answer = exchange(request.build(), deadline);
        boolean elsewhere = UNAVAILABLE.contains(answer.status()) && attempt < nodes.size();
        if (!elsewhere) {
          preferred = node;
          return answer;
        }
      } catch (IOException failed) {
        if (attempt == attempts) {
          throw SearchIndexException.failed("OpenSearch does not answer: " + failed, failed);
        }
      } catch (TimeoutException late) {
        preferred = (node + 1) % nodes.size();
        throw SearchIndexException.failed("OpenSearch did not answer in time", late);
      }
    }
  }

  private Answer exchange(HttpRequest request, long deadline)
      throws IOException, TimeoutException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response =
          exchange.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return new Answer(response.statusCode(), json(response));
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() >= 300
        && !response.headers().firstValue("Content-Type").orElse("").startsWith(ONE)) {
      // A proxy's word, or the body of an answer to HEAD.
      return JSON.missingNode();
    }
    return JSON.readTree(response.body());
  }
}
