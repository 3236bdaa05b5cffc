package dev.sarkhat.search;

import dev.sarkhat.article.ArticleSummary;
import dev.sarkhat.text.lexeme.Highlighter;
import dev.sarkhat.text.lexeme.Passage;
import dev.sarkhat.text.lexeme.Range;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where in an article the words were found, each text in the article's own spelling.
 *
 * @param title the title, if any was found there
 * @param lead the lead, if any was found there
 * @param passage the piece of the body with most of the words
 */
@Schema(
    name = "Highlights",
    description =
        "Where the words were found, in the article's own spelling: text escaped for HTML, the words "
            + "within `<mark>`. What has none of the words is left out.")
record Highlights(
    @Schema(examples = "اولاند: به سوریه نیروی نظامی <mark>نمی‌فرستیم</mark>")
        @Nullable String title,
    @Nullable String lead,
    @Schema(description = "The piece of the body with most of the words.")
        @Nullable String passage) {

  private static final Highlights NONE = new Highlights(null, null, null);
  private static final int PASSAGE = 240;
  private static final String ELLIPSIS = "\u2026";

  /**
   * Finds the words; null if there are none in what is shown of it.
   *
   * @param body the body as plain text; empty for none
   * @param lexemes the lexemes of the words
   */
  static @Nullable Highlights of(ArticleSummary article, String body, Set<String> lexemes) {
    Highlights found =
        new Highlights(
            marked(article.title(), lexemes),
            marked(article.lead(), lexemes),
            passage(body, lexemes));
    return found.equals(NONE) ? null : found;
  }

  private static @Nullable String marked(@Nullable String text, Set<String> lexemes) {
    if (text == null) {
      return null;
    }
    List<Range> ranges = Highlighter.ranges(text, lexemes);
    return ranges.isEmpty() ? null : marked(text, ranges);
  }

  private static @Nullable String passage(String body, Set<String> lexemes) {
    Passage best = Highlighter.best(body, lexemes, PASSAGE);
    if (best.ranges().isEmpty()) {
      return null;
    }
    String marked = marked(best.text(), best.ranges());
    boolean cutBefore = best.start() > 0;
    boolean cutAfter = best.start() + best.text().length() < body.length();
    return (cutBefore ? ELLIPSIS : "") + marked + (cutAfter ? ELLIPSIS : "");
  }

  private static String marked(String text, List<Range> ranges) {
    StringBuilder html = new StringBuilder(text.length() + ranges.size() * 13 + 16);
    int end = 0;
    for (Range range : ranges) {
      escape(html, text, end, range.start());
      html.append("<mark>");
      escape(html, text, range.start(), range.end());
      html.append("</mark>");
      end = range.end();
    }
    escape(html, text, end, text.length());
    return html.toString();
  }

  /** Also good within an attribute, should somebody put it there. */
  private static void escape(StringBuilder html, String text, int start, int end) {
    for (int index = start; index < end; index++) {
      char character = text.charAt(index);
      switch (character) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(character);
      }
    }
  }
}
