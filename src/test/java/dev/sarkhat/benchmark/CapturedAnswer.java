package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer of the application, for the references to give as well.
 *
 * @param address what it answers
 * @param status its status code
 * @param fields the lines of its header fields, in their order
 * @param body its content
 */
record CapturedAnswer(String address, int status, List<String> fields, byte[] body) {

  /** The fields of an answer that servers write by themselves. */
  private static final List<String> FRAMING =
      List.of("content-length", "transfer-encoding", "connection");

  static CapturedAnswer of(Request request, Response response) {
    return new CapturedAnswer(
        request.address(),
        response.status(),
        response.fieldLines().stream().filter(line -> !FRAMING.contains(name(line))).toList(),
        response.body());
  }

  /** The name of a header field, in lower case. */
  static String name(String line) {
    return line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  /** The value of a header field. */
  static String value(String line) {
    return line.substring(line.indexOf(':') + 1).trim();
  }

  /** Keeps the answer for another process. */
  void write(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    head.add(address);
    head.add(Integer.toString(status));
    head.addAll(fields);
    Files.write(file.resolveSibling(file.getFileName() + ".head"), head);
    Files.write(file, body);
  }

  /** Reads what {@link #write} has written. */
  static CapturedAnswer read(Path file) throws IOException {
    List<String> head =
        Files.readAllLines(
            file.resolveSibling(file.getFileName() + ".head"), StandardCharsets.UTF_8);
    return new CapturedAnswer(
        head.get(0),
        Integer.parseInt(head.get(1)),
        head.subList(2, head.size()),
        Files.readAllBytes(file));
  }
}
