package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.sarkhat.TestData;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void textThatFitsStays() {
    assertEquals("", Excerpt.of("", 1));
    assertEquals("سلام دنیا", Excerpt.of("سلام دنیا", 9));
    assertEquals("پس…", Excerpt.of("پس…", 3));
    assertEquals(" a, ", Excerpt.of(" a, ", 4));
  }

  @Test
  void textIsCutBetweenWords() {
    assertEquals("یک دو…", Excerpt.of("یک دو سه", 6));
    assertEquals("یک دو…", Excerpt.of("یک دو سه", 7));
    assertEquals("یک…", Excerpt.of("یک دو سه", 5));
    assertEquals("یک…", Excerpt.of("یک\nدو سه چهار", 5));
  }

  @Test
  void halfSpaceDoesNotPartWords() {
    assertEquals("او…", Excerpt.of("او نمی\u200Cفرستد", 10));
    assertEquals("نمی…", Excerpt.of("نمی\u200Cفرستد", 5));
  }

  @Test
  void punctuationBeforeTheCutGoes() {
    assertEquals("یک…", Excerpt.of("یک، دو سه", 5));
    assertEquals("یک…", Excerpt.of("یک ، دو سه", 6));
    assertEquals("یک…", Excerpt.of("یک - «دو سه", 6));
    assertEquals("یک…", Excerpt.of("یک… دو سه", 6));
    assertEquals("یک…", Excerpt.of("یک... دو سه", 8));
    assertEquals("«یک»…", Excerpt.of("«یک» دو سه", 6));
    assertEquals("یک؟…", Excerpt.of("یک؟ دو سه", 6));
  }

  @Test
  void anEllipsisIsNotDoubled() {
    assertEquals("ثبات در غزه…", Excerpt.of("ثبات در غزه پس…", 13));
    assertEquals("ثبات در غزه…", Excerpt.of("ثبات در غزه …", 12));
  }

  @Test
  void aLongWordIsCutBetweenCharacters() {
    assertEquals("aaaa…", Excerpt.of("aaaaaaaa", 5));
    assertEquals("a\uD83D\uDE00…", Excerpt.of("a\uD83D\uDE00\uD83D\uDE00", 4));
    assertEquals("e\u0301…", Excerpt.of("e\u0301e\u0301e\u0301", 4));
    assertEquals("…", Excerpt.of("\uD83C\uDDEE\uD83C\uDDF7", 3));
    assertEquals("…", Excerpt.of("ab", 1));
  }

  @Test
  void aMaximumBelowOneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Excerpt.of("a", 0));
  }

  @Property(tries = 3000)
  @Domain(Texts.class)
  @Domain(DomainContext.Global.class)
  void excerptIsAWholeBeginningOfTheText(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 60) int maximumLength) {
    String excerpt = Excerpt.of(text, maximumLength);
    assertTrue(excerpt.length() <= maximumLength);
    assertEquals(excerpt, Excerpt.of(excerpt, maximumLength));
    if (text.length() <= maximumLength) {
      assertEquals(text, excerpt);
      return;
    }
    int end = excerpt.length() - 1;
    assertEquals('\u2026', excerpt.charAt(end));
    assertTrue(text.startsWith(excerpt.substring(0, end)));
    BreakIterator boundaries = BreakIterator.getCharacterInstance(ULocale.ROOT);
    boundaries.setText(text);
    assertTrue(boundaries.isBoundary(end) || text.charAt(end) == '\u200C', excerpt);
  }

  @Test
  void realLeadsAreCutBetweenWords() throws IOException {
    for (String text : TestData.newsTexts()) {
      String prose = TextNormalizer.prose(text, "fa");
      String excerpt = Excerpt.of(prose, 160);
      assertTrue(excerpt.length() <= 160);
      if (prose.length() > 160) {
        assertTrue(excerpt.length() > 100 && excerpt.endsWith("…"), excerpt);
      }
    }
  }
}
