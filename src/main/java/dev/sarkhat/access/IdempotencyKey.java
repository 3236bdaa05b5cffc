package dev.sarkhat.access;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.http.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The field {@code Idempotency-Key}. */
public final class IdempotencyKey {

  /** A text of visible ASCII, in quotes or not; clients send both. */
  private static final Pattern KEY =
      Pattern.compile("\"([\\x21\\x23-\\x7e]{1,200})\"|([\\x21\\x23-\\x7e]{1,200})");

  private IdempotencyKey() {}

  /**
   * The key of the request, or null where it has none.
   *
   * @throws ProblemException 400 if the field is not of its form
   */
  public static @Nullable String of(HttpServerRequest request) {
    String field = request.getHeader("Idempotency-Key");
    if (field == null) {
      return null;
    }
    Matcher key = KEY.matcher(field.strip());
    if (!key.matches()) {
      throw ProblemException.of(
          ProblemType.INVALID_HEADER,
          "Idempotency-Key is not a text of 1 to 200 visible ASCII characters, such as a UUID.");
    }
    return key.group(1) == null ? key.group(2) : key.group(1);
  }
}
