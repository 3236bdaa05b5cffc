package dev.sarkhat.article.body;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Attributes as a body may hold them; a value that is malformed is as good as absent. */
final class ElementAttributes {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");
  private static final Pattern DATE_TIME = Pattern.compile("[0-9TZPYMWDHS:+. -]{1,40}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("(audio|video|application)/[A-Za-z0-9.+-]{1,64}");
  private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
  private static final Set<String> SCOPES = Set.of("row", "col", "rowgroup", "colgroup");
  private static final int MAX_PIXELS = 20_000;

  private ElementAttributes() {}

  static @Nullable String lang(Element element) {
    String value = element.attr("lang").strip();
    return LANGUAGE.matcher(value).matches() ? value : null;
  }

  static @Nullable String dir(Element element) {
    String value = element.attr("dir").strip().toLowerCase(Locale.ROOT);
    return DIRECTIONS.contains(value) ? value : null;
  }

  static @Nullable String scope(Element element) {
    String value = element.attr("scope").strip().toLowerCase(Locale.ROOT);
    return SCOPES.contains(value) ? value : null;
  }

  static @Nullable String dateTime(Element element) {
    String value = element.attr("datetime").strip();
    return DATE_TIME.matcher(value).matches() ? value : null;
  }

  static @Nullable String mediaType(Element element) {
    String value = element.attr("type").strip().toLowerCase(Locale.ROOT);
    return MEDIA_TYPE.matcher(value).matches() ? value : null;
  }

  /** Text for readers, normalised as the body's is; null where nothing would be seen. */
  static @Nullable String text(Element element, String name, UnaryOperator<String> normalizer) {
    String value = element.attr(name);
    if (value.isEmpty()) {
      return null;
    }
    RichTextBuilder text = new RichTextBuilder();
    text.append(value, List.of());
    String result = text.take(normalizer).text();
    return result.isEmpty() ? null : result;
  }

  /** A length in pixels, with or without its unit; null for percentages and nonsense. */
  static @Nullable Integer pixels(Element element, String name) {
    String value = element.attr(name).strip().toLowerCase(Locale.ROOT);
    String number = value.endsWith("px") ? value.substring(0, value.length() - 2).strip() : value;
    int pixels = count(number, -1);
    return pixels >= 0 && pixels <= MAX_PIXELS ? (Integer) pixels : null;
  }

  /** A span of cells, at least 1. */
  static int span(Element element, String name, int max) {
    return Math.max(1, Math.min(max, count(element.attr(name).strip(), 1)));
  }

  /** The first number of a list, unless it is 1. */
  static @Nullable Integer start(Element element) {
    int start = count(element.attr("start").strip(), 1);
    return start == 1 ? null : (Integer) start;
  }

  private static int count(String value, int otherwise) {
    if (value.isEmpty() || value.length() > 6) {
      return otherwise;
    }
    int result = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return otherwise;
      }
      result = result * 10 + (c - '0');
    }
    return result;
  }
}
