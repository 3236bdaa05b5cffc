package dev.sarkhat.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes percent-encoded text (RFC 3986, section 2.1) without forgiving anything: a broken escape,
 * bytes that are not UTF-8, and control characters are refused where lenient decoders let U+FFFD or
 * NUL through to the database.
 */
final class QueryString {

  /** Printable characters that a URI holds in escaped form only (RFC 3986, appendix A). */
  private static final String NOT_IN_A_URI = "\"<>\\^`{|}";

  private QueryString() {}

  /** Text that cannot be decoded. The message says why. */
  static final class MalformedException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedException(String message) {
      super(message);
    }
  }

  /**
   * Decodes a query in the form that HTML forms and {@code URLSearchParams} write, {@code +} being
   * a space.
   *
   * @param query the raw query, or null where there is none
   * @return every parameter's values, in the order given
   * @throws MalformedException naming the parameter that cannot be decoded
   */
  static Map<String, List<String>> parse(@Nullable String query) throws MalformedException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query == null) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
      parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return parameters;
  }

  /** Decodes one path or one query component. */
  static String decode(String text, boolean plusIsSpace) throws MalformedException {
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7e || c < 0x21 || NOT_IN_A_URI.indexOf(c) >= 0) {
        throw new MalformedException("It holds characters that must be percent-encoded.");
      }
      if (c == '%') {
        bytes[length++] = escaped(text, i);
        i += 2;
      } else {
        bytes[length++] = (byte) (c == '+' && plusIsSpace ? ' ' : c);
      }
    }
    return utf8(bytes, length);
  }

  private static byte escaped(String text, int percent) throws MalformedException {
    if (percent + 2 < text.length()) {
      int high = Character.digit(text.charAt(percent + 1), 16);
      int low = Character.digit(text.charAt(percent + 2), 16);
      if (high >= 0 && low >= 0) {
        return (byte) (high << 4 | low);
      }
    }
    throw new MalformedException("It holds a broken percent escape.");
  }

  private static String utf8(byte[] bytes, int length) throws MalformedException {
    String decoded;
    try {
      decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, length))
              .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("It is not valid UTF-8.");
    }
    if (decoded.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw new MalformedException("It holds control characters.");
    }
    return decoded;
  }
}
