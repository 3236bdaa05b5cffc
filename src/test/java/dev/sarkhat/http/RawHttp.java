package dev.sarkhat.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.util.Locale;

/** A connection over which a test sends bytes that no HTTP client library would send. */
final class RawHttp implements AutoCloseable {

  private final Socket socket;

  /** Connects. */
  RawHttp(URL server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(10_000);
  }

  /** Sends one request, as it stands, and gives the answer. */
  static String exchange(URL server, String request) throws IOException {
    try (RawHttp connection = new RawHttp(server)) {
      connection.send(request);
      return connection.receive();
    }
  }

  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /** One answer, or what there is of it when the server closes. */
  String receive() throws IOException {
    byte[] buffer = new byte[65_536];
    StringBuilder response = new StringBuilder();
    for (int length = socket.getInputStream().read(buffer);
        length > 0;
        length = socket.getInputStream().read(buffer)) {
      response.append(new String(buffer, 0, length, UTF_8));
      if (isComplete(response)) {
        break;
      }
    }
    return response.toString();
  }

  /** Whether the server ends the connection, having sent nothing more. */
  boolean isClosedByServer() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  static void assertStatus(int status, String response) {
    String[] words = response.split(" ", 3);
    assertTrue(words.length > 1, () -> "no answer but: " + response);
    assertEquals(String.valueOf(status), words[1], response);
    assertFalse(response.contains("<html"), response);
  }

  static void assertProblem(int status, String code, String response) {
    assertStatus(status, response);
    assertTrue(response.contains("application/problem+json"), response);
    assertTrue(response.contains("\"code\":\"" + code + "\""), response);
    assertFalse(response.contains("java"), response);
    String head = response.toLowerCase(Locale.ROOT);
    assertTrue(head.contains("\r\ncache-control: no-store\r\n"), response);
    assertTrue(head.contains("\r\nx-content-type-options: nosniff\r\n"), response);
  }

  /** The server keeps some connections open: the announced length tells the end. */
  private static boolean isComplete(StringBuilder response) {
    int end = response.indexOf("\r\n\r\n");
    String head = end < 0 ? "" : response.substring(0, end).toLowerCase(Locale.ROOT);
    int field = head.indexOf("content-length: ");
    if (field < 0) {
      return false;
    }
    String rest = head.substring(field + "content-length: ".length());
    int length = Integer.parseInt(rest.split("\r\n", 2)[0].strip());
    return response.substring(end + 4).getBytes(UTF_8).length >= length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
