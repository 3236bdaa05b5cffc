package dev.sarkhat.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The entity tag of an answer (RFC 9110, section 8.8.3). It is weak, for it is one for all codings
 * of the same bytes; a strong one would have to differ with the coding, and delivery networks that
 * compress on their way weaken or drop it.
 */
final class EntityTag {

  private static final int DIGEST_BYTES = 16;

  private EntityTag() {}

  /** The tag of a body: 22 characters of its SHA-256. */
  static String of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      String text =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
      return "W/\"" + text + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Whether a field {@code If-None-Match} (RFC 9110, section 13.1.2) names the tag, by weak
   * comparison. A field that cannot be read to its end matches nothing from there on.
   */
  static boolean matches(String field, String tag) {
    String opaque = tag.substring(2);
    int at = 0;
    int length = field.length();
    while (at < length) {
      char c = field.charAt(at);
      if (c == ' ' || c == '\t' || c == ',') {
        at++;
      } else if (c == '*') {
        return field.trim().equals("*");
      } else {
        int quote = field.startsWith("W/", at) ? at + 2 : at;
        int end = quote < length && field.charAt(quote) == '"' ? field.indexOf('"', quote + 1) : -1;
        if (end < 0) {
          return false;
        }
        if (end + 1 - quote == opaque.length()
            && field.regionMatches(quote, opaque, 0, opaque.length())) {
          return true;
        }
        at = end + 1;
      }
    }
    return false;
  }
}
