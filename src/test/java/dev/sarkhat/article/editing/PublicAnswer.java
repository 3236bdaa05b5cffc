package dev.sarkhat.article.editing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What somebody was answered, with everything in it that could tell something.
 *
 * @param fields the header fields, as {@code name: value}
 */
record PublicAnswer(String request, int status, Map<String, String> fields, String body) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What differs between any two answers. */
  private static final String PASSING =
      "\"traceId\":\"[0-9a-f]*\"|, ttl=[0-9]+|date: [^\n]*|age: [^\n]*|etag: [^\n]*";

  /** Asks for an address as it stands. */
  static PublicAnswer of(URL server, String method, String address, String... fields) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://" + server.getHost() + ":" + server.getPort() + address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (fields.length > 0) {
      request.headers(fields);
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> read = new TreeMap<>();
      response
          .headers()
          .map()
          .forEach(
              (name, values) ->
                  read.put(
                      name.toLowerCase(Locale.ROOT),
                      new String(String.join(", ", values).getBytes(ISO_8859_1), UTF_8)));
      return new PublicAnswer(
          method + " " + address + " " + List.of(fields),
          response.statusCode(),
          read,
          text(response.body(), read.getOrDefault("content-encoding", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] body, String coding) throws IOException {
    if (!coding.equals("gzip") || body.length == 0) {
      return new String(body, UTF_8);
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(plain.readAllBytes(), UTF_8);
    }
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether a word stands anywhere in it, in any of the ways that answers write words. */
  boolean tells(String word) {
    String all = (fields + "\n" + body).toLowerCase(Locale.ROOT);
    StringBuilder escaped = new StringBuilder();
    word.chars().forEach(unit -> escaped.append("\\u").append(hex(unit)));
    return all.contains(word)
        || all.contains(URLEncoder.encode(word, UTF_8).toLowerCase(Locale.ROOT))
        || all.contains(escaped);
  }

  private static String hex(int unit) {
    return Integer.toHexString(0x10000 + unit).substring(1);
  }

  /** All of it but for what differs between any two answers, with another name for a thing. */
  String asIfOf(String name, String other) {
    StringBuilder all = new StringBuilder().append(status).append('\n');
    fields.forEach((field, value) -> all.append(field).append(": ").append(value).append('\n'));
    return all.append('\n')
        .append(body)
        .toString()
        .replaceAll(PASSING, "")
        .replaceAll("(?<![0-9v])" + name + "(?![0-9])", other);
  }
}
