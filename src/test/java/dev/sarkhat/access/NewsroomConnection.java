package dev.sarkhat.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's requests to the newsroom's side of the API, for tests of many at once and of servers
 * that break. Nothing is held to the API document, and what goes wrong is told.
 */
public final class NewsroomConnection {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than the application takes to give a request up. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI server;
  private final String key;

  /**
   * Somebody's connection.
   *
   * @param server such as {@code http://127.0.0.1:8080}
   * @param key what they send
   */
  public NewsroomConnection(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /**
   * An answer.
   *
   * @param body what it says, if that is JSON; otherwise missing
   */
  public record Answer(int status, JsonNode body, boolean replayed) {

    /** Whether what was asked for was done. */
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The problem's code, empty where it is none. */
    public String code() {
      return body.path("code").asText();
    }
  }

  /**
   * A request, before it is sent.
   *
   * @param fields the names and values of header fields, by turns
   */
  public record Request(
      String method, String address, @Nullable String type, byte[] body, List<String> fields) {

    /** With a header field more. */
    public Request with(String name, String value) {
      List<String> more = new ArrayList<>(fields);
      more.addAll(List.of(name, value));
      return new Request(method, address, type, body, more);
    }

    /** With the revision that it is a change of. */
    public Request of(int revision) {
      return with("If-Match", "\"" + revision + "\"");
    }
  }

  /** A request without a body. */
  public static Request request(String method, String address) {
    return new Request(method, address, null, new byte[0], List.of());
  }

  /** A request with JSON: a merge patch where the method is PATCH. */
  public static Request request(String method, String address, Object body) {
    try {
      return new Request(
          method,
          address,
          method.equals("PATCH") ? "application/merge-patch+json" : "application/json",
          JSON.writeValueAsBytes(body),
          List.of());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Sends a request once.
   *
   * @throws IOException if there is no answer: what became of the request is unknown
   */
  public Answer send(Request request) throws IOException, InterruptedException {
    BodyPublisher body =
        request.body().length == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(request.body());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.resolve(request.address()))
            .timeout(LONGEST_ANSWER)
            .header("Authorization", "Bearer " + key)
            .method(request.method(), body);
    if (request.type() != null) {
      builder.header("Content-Type", request.type());
    }
    if (!request.fields().isEmpty()) {
      builder.headers(request.fields().toArray(String[]::new));
    }
    HttpResponse<byte[]> answer =
        CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    boolean isJson =
        answer
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.contains("json"))
            .isPresent();
    return new Answer(
        answer.statusCode(),
        isJson ? JSON.readTree(answer.body()) : MissingNode.getInstance(),
        answer.headers().firstValue("Idempotent-Replayed").isPresent());
  }

  /** Reads something. */
  public Answer get(String address) throws IOException, InterruptedException {
    return send(request("GET", address));
  }
}
