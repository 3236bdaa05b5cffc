package dev.sarkhat.article.body;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** Tells HTML from plain text by the first tag, comment or character reference that HTML knows. */
final class HtmlDetection {

  private static final Pattern MARKUP =
      Pattern.compile(
          "<!--|<!doctype|</?([a-z][a-z0-9]{0,15})(?:[\\s/][^<>]*)?>"
              + "|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|([a-z][a-z0-9]{1,31}));",
          Pattern.CASE_INSENSITIVE);

  private HtmlDetection() {}

  static boolean isHtml(String input) {
    Matcher matcher = MARKUP.matcher(input);
    while (matcher.find()) {
      String tag = matcher.group(1);
      String entity = matcher.group(2);
      boolean known =
          tag != null
              ? Tag.isKnownTag(tag.toLowerCase(Locale.ROOT))
              : entity == null || Entities.isNamedEntity(entity);
      if (known) {
        return true;
      }
    }
    return false;
  }
}
