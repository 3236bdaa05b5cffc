package dev.sarkhat.article.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BodyProseTest {

  private static BodyProse persian(String html) {
    return BodyProse.of(html, "fa", "fa"::equals);
  }

  /** What stands in the HTML at the place of these words of the text. */
  private static Optional<String> standing(String html, String words) {
    BodyProse prose = persian(html);
    int start = prose.text().indexOf(words);
    assertTrue(start >= 0, () -> words + " is not in " + prose.text());
    return prose
        .place(start, start + words.length())
        .map(place -> html.substring(place, place + words.length()));
  }

  @Test
  void blocksAreLinesAndMarksAreNot() {
    String html =
        "<h2>یک</h2><p>دو<br>سه <strong>چه</strong>ار</p><ul><li>پنج</li></ul><figure><img"
            + " src=\"/a.jpg\" alt=\"شش\"><figcaption>هفت</figcaption></figure>";
    assertEquals("یک|دو|سه چهار|پنج|هفت", persian(html).text().strip().replaceAll("\\n+", "|"));
  }

  @Test
  void wordsHaveTheirPlaceWhereNoMarkupIsWithin() {
    String html = "<p>دو <a href=\"/دو\" title=\"دو\">می روند</a> و می<em>آیند</em></p>";
    assertEquals(Optional.of("می روند"), standing(html, "می روند"));
    assertEquals(Optional.of("دو"), standing(html, "دو"));
    assertEquals(Optional.empty(), standing(html, "میآیند"));
    assertEquals(Optional.of("آیند"), standing(html, "آیند"));
  }

  @Test
  void whatIsEscapedMeansItsCharacter() {
    String html = "<p>الف &lt; ب &amp; پ</p>";
    assertEquals("الف < ب & پ", persian(html).text().strip());
    assertEquals(Optional.empty(), standing(html, "الف <"));
    assertEquals(Optional.of(" پ"), standing(html, " پ"));
    assertFalse(BodyProse.isPlain("الف < ب"));
    assertTrue(BodyProse.isPlain("الف «ب»"));
  }

  @Test
  void whatIsPreformattedOrOfAnotherLanguageIsLeftOut() {
    String html =
        "<p>یک <span lang=\"ar\">كتاب</span> دو</p><pre><code>می روند</code></pre>"
            + "<blockquote lang=\"ar\"><p>علي <span lang=\"fa\">سه</span></p></blockquote><p>چهار</p>";
    assertEquals(
        "یک \uFFFC دو|\uFFFC|\uFFFCسه|چهار", persian(html).text().strip().replaceAll("\\n+", "|"));
  }

  @Test
  void onlyRunningTextIsProse() {
    String html = "<p class=\"a\">یک &amp; دو</p>";
    int one = html.indexOf("یک");
    BodyProse prose = BodyProse.of(html, "", lang -> true);
    assertTrue(prose.isProse(one, one + 2));
    assertFalse(prose.isProse(one, one));
    assertFalse(prose.isProse(one - 1, one + 2));
    assertFalse(prose.isProse(one, one + 4));
    assertFalse(prose.isProse(1, 3));
    assertFalse(prose.isProse(html.length() - 2, html.length() + 5));
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<pre>",
            "</pre>",
            "<a href=\"/x\">",
            "</a>",
            "<",
            ">",
            "&",
            "&amp;",
            "&lt;",
            "می",
            " ",
            "روند",
            "\u200C",
            "\"",
            "<p lang=\"ar\">",
            "</blockquote>",
            "\n",
            "😀")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  /** Also of what is not clean: every place that is told holds what the text says. */
  @Property
  void everyPlaceHoldsWhatTheTextSays(@ForAll("markup") String html) {
    check(html);
    check(BodyHtml.sanitize(html, BodyFormat.HTML, Set.of(), UnaryOperator.identity()));
  }

  private static void check(String html) {
    BodyProse prose = persian(html);
    String text = prose.text();
    for (int start = 0; start < text.length(); start++) {
      for (int end = start + 1; end <= Math.min(text.length(), start + 5); end++) {
        String words = text.substring(start, end);
        prose
            .place(start, end)
            .ifPresent(
                place -> assertTrue(html.startsWith(words, place), () -> words + " " + html));
      }
    }
  }
}
