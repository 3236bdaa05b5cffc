package dev.sarkhat.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a request's line and header fields. The HTTP codec has limits of its own, a few times
 * these, beyond which nothing is parsed and the status stands alone; below them there is a request
 * to answer properly.
 */
final class HeadLimits {

  /** In characters; RFC 9112, section 3, asks for 8,000 at least. */
  static final int LONGEST_LINE = 8 * 1024;

  /** In characters, names and values together. */
  static final int LONGEST_FIELDS = 16 * 1024;

  static final int MOST_FIELDS = 100;

  static final String LINE_DETAIL = "The request line has at most " + LONGEST_LINE + " bytes.";

  static final String FIELDS_DETAIL =
      "A request has at most "
          + MOST_FIELDS
          + " header fields with "
          + LONGEST_FIELDS
          + " bytes in all.";

  /** What stands around the target in a line, as in {@code GET … HTTP/1.1}. */
  private static final int AROUND_TARGET = "  HTTP/1.1".length();

  private HeadLimits() {}

  static @Nullable ProblemException problem(HttpServerRequest request) {
    int line = request.method().name().length() + request.uri().length() + AROUND_TARGET;
    if (line > LONGEST_LINE) {
      return ProblemException.of(ProblemType.URI_TOO_LONG, LINE_DETAIL);
    }
    if (fieldsAreTooLarge(request.headers())) {
      return ProblemException.of(ProblemType.HEADER_FIELDS_TOO_LARGE, FIELDS_DETAIL);
    }
    return null;
  }

  private static boolean fieldsAreTooLarge(MultiMap headers) {
    int count = 0;
    int length = 0;
    for (Iterator<Map.Entry<String, String>> fields = headers.iterator(); fields.hasNext(); ) {
      Map.Entry<String, String> field = fields.next();
      count++;
      length += field.getKey().length() + field.getValue().length();
    }
    return count > MOST_FIELDS || length > LONGEST_FIELDS;
  }
}
