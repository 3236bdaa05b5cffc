package dev.sarkhat.article.body;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a body may hold, in one spelling.
 *
 * <p>What browsers ignore (URL Standard, "basic URL parser": tabs, line ends, edge controls) is
 * removed before the scheme is judged; what they read differently from RFC 3986 (backslashes, user
 * names, missing slashes) is refused.
 */
final class BodyUrls {

  /** The longest address kept, in UTF-16 code units. */
  static final int MAX_LENGTH = 4096;

  private static final Pattern WEB =
      Pattern.compile(
          "(https?)://([\\p{L}\\p{N}\\p{M}\\u200C._~-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?([/?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL =
      Pattern.compile("mailto:([^\\s@?,&/]+@[^\\s@?,&/]+(\\?.*)?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TELEPHONE =
      Pattern.compile("tel:(\\+?[0-9().*#-]{2,32})", Pattern.CASE_INSENSITIVE);

  private BodyUrls() {}

  /** An {@code http}, {@code https}, {@code mailto} or {@code tel} address or a root path. */
  static @Nullable String link(String raw) {
    String url = cleaned(raw);
    if (url == null) {
      return null;
    }
    Matcher mail = MAIL.matcher(url);
    if (mail.matches()) {
      return "mailto:" + mail.group(1);
    }
    Matcher telephone = TELEPHONE.matcher(url.replace("%20", ""));
    if (telephone.matches()) {
      return "tel:" + telephone.group(1);
    }
    return webOrRootPath(url);
  }

  /** An {@code http} or {@code https} address or a root path. */
  static @Nullable String resource(String raw) {
    String url = cleaned(raw);
    return url == null ? null : webOrRootPath(url);
  }

  /** An {@code https} address. */
  static @Nullable String secure(String raw) {
    String url = resource(raw);
    return url != null && url.startsWith("https://") ? url : null;
  }

  /** The host of an address that {@link #secure} gave, unless it names an unusual port. */
  static @Nullable String host(String url) {
    Matcher web = WEB.matcher(url);
    if (!web.matches() || web.group(3) != null && !web.group(3).equals(":443")) {
      return null;
    }
    return web.group(2);
  }

  private static @Nullable String webOrRootPath(String url) {
    if (url.startsWith("/") && !url.startsWith("//")) {
      return url;
    }
    Matcher web = WEB.matcher(url.startsWith("//") ? "https:" + url : url);
    if (!web.matches()) {
      return null;
    }
    String port = web.group(3) == null ? "" : web.group(3);
    String rest = web.group(4) == null ? "" : web.group(4);
    return web.group(1).toLowerCase(Locale.ROOT)
        + "://"
        + web.group(2).toLowerCase(Locale.ROOT)
        + port
        + rest;
  }

  private static @Nullable String cleaned(String raw) {
    if (raw.length() > MAX_LENGTH || raw.indexOf('\\') >= 0) {
      return null;
    }
    StringBuilder result = new StringBuilder(raw.length());
    int start = 0;
    int end = raw.length();
    while (start < end && BodyCharacters.space(raw.charAt(start))) {
      start++;
    }
    while (end > start && BodyCharacters.space(raw.charAt(end - 1))) {
      end--;
    }
    for (int i = start; i < end; ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.SURROGATE) {
        return null;
      }
      if (c > 0x7F && BodyCharacters.space(c) || c < 0x7F && " \"<>^`{|}".indexOf(c) >= 0) {
        percentEncode(c, result);
      } else if (!Character.isISOControl(c) && (c == 0x200C || BodyCharacters.ink(c))) {
        result.appendCodePoint(c);
      }
    }
    return result.length() > MAX_LENGTH ? null : result.toString();
  }

  private static void percentEncode(int c, StringBuilder result) {
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      result
          .append('%')
          .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16)))
          .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
    }
  }
}
