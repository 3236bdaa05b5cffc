package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A GET request.
 *
 * @param address path and query as they go over the wire
 * @param fields the header fields beside {@code Host}
 * @param expectedStatus the status code that it is answered with
 */
record Request(String address, Map<String, String> fields, int expectedStatus) {

  /** A field that makes the application answer without looking into its cache. */
  static final String CREDENTIALS = "Authorization";

  /** A value of that field which the application does not mind. */
  static final String NONE = "none";

  private static final int OK = 200;

  /** A request that a newsreader could send. */
  static Request of(String address) {
    return new Request(address, Map.of("Accept", "application/json"), OK);
  }

  /** A request that the application answers without looking into its cache. */
  static Request pastTheCache(String address) {
    return of(address).with(CREDENTIALS, NONE);
  }

  /** The same with one field more. */
  Request with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new Request(address, more, expectedStatus);
  }

  /** The same, to be answered with another status code. */
  Request expecting(int status) {
    return new Request(address, fields, status);
  }

  /** The same to another address. */
  Request to(String other) {
    return new Request(other, fields, expectedStatus);
  }

  /** The request as it goes over the wire. */
  byte[] encoded() {
    StringBuilder text = new StringBuilder();
    text.append("GET ").append(address).append(" HTTP/1.1\r\nHost: localhost\r\n");
    fields.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Sends the request over a connection of its own and reads something off its answer. */
  <T> T ask(int port, Function<Response, T> reading) throws IOException {
    List<T> read = new ArrayList<>();
    Client once =
        new Client() {
          private boolean asked;

          @Override
          public byte @Nullable [] next() {
            byte @Nullable [] request = asked ? null : encoded();
            asked = true;
            return request;
          }

          @Override
          public void answered(Response response) {
            response.require(expectedStatus);
            read.add(reading.apply(response));
          }
        };
    try (LoadGenerator generator = new LoadGenerator(port, List.of(once))) {
      generator.run(Duration.ofSeconds(10));
    }
    return read.get(0);
  }
}
