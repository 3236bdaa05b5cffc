package dev.sarkhat.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Asks for addresses as they stand, over connections that stay open. */
final class Client {

  /** With any credentials a request goes past the cache. */
  static final String[] PAST_THE_CACHE = {"Authorization", "Bearer none"};

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String server;

  Client(URL server) {
    this.server = "http://" + server.getHost() + ":" + server.getPort();
  }

  /** What came back; the body as it went over the wire. */
  record Reply(int status, Map<String, List<String>> fields, byte[] body) {

    /** The field's only value; empty where it is absent. */
    String field(String name) {
      List<String> values = fields.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
      return values.size() > 1 ? values.toString() : values.stream().findFirst().orElse("");
    }

    String text() {
      return new String(body, UTF_8);
    }

    String cacheStatus() {
      return field("cache-status").replaceFirst("^Sarkhat; ", "");
    }

    boolean isHit() {
      return cacheStatus().equals("hit");
    }

    /** The status and the body but for what differs by design. */
    String content() {
      return status + " " + text().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
  }

  Reply get(String address, String... fields) {
    return send("GET", address, fields);
  }

  Reply uncached(String address) {
    return get(address, PAST_THE_CACHE);
  }

  Reply send(String method, String address, String... fields) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (fields.length > 0) {
      request.headers(fields);
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(
          response.statusCode(),
          response.headers().map().entrySet().stream()
              .collect(
                  java.util.stream.Collectors.toMap(
                      field -> field.getKey().toLowerCase(java.util.Locale.ROOT),
                      Map.Entry::getValue)),
          response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(method + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A value as it stands in a query. */
  static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
