package dev.sarkhat.text.lexeme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "گزینه\u200Cهای|بررسی گزینههای موجود|بررسی [گزینههای] موجود",
        "گزینه|بررسی گزینه های موجود.|بررسی [گزینه های] موجود.",
        "گفتگو|در گفت و گو با ما|در [گفت و گو] با ما",
        "جمهور|رئیس\u200Cجمهور فرانسه|[رئیس\u200Cجمهور] فرانسه",
        "بین الملل|اخبار بین  الملل|اخبار [بین  الملل]",
        "كتاب|«کِتابِ» نو|«[کِتابِ]» نو",
        "covid|COVID-19|[COVID]-19",
        "سلام|بدرود|بدرود",
      })
  void marksTheWordsInTheirOwnSpelling(String query, String text, String expected) {
    StringBuilder marked = new StringBuilder();
    int end = 0;
    for (Range range : Highlighter.ranges(text, lexemes(query))) {
      marked.append(text, end, range.start()).append('[');
      marked.append(text, range.start(), range.end()).append(']');
      end = range.end();
    }
    assertEquals(expected, marked.append(text.substring(end)).toString());
  }

  @Test
  void bestPassageHasMostOfTheLexemes() {
    String text = "ایران " + "و چیزهای دیگر ".repeat(50) + "ایران و روسیه " + "باز هم ".repeat(50);
    Passage passage = Highlighter.best(text, lexemes("ایران روسیه"), 60);
    assertEquals(2, passage.ranges().size());
    assertTrue(passage.text().length() <= 60);
    assertTrue(text.startsWith(passage.text(), passage.start()));
    assertEquals(
        List.of("ایران", "روسیه"),
        passage.ranges().stream()
            .map(range -> passage.text().substring(range.start(), range.end()))
            .toList());
  }

  @Test
  void passageOfATextWithoutTheLexemesIsItsBeginning() {
    assertEquals(
        new Passage(0, "یک دو سه", List.of()),
        Highlighter.best("یک دو سه چهار پنج", lexemes("شش"), 10));
    assertEquals("یکدوسه", Highlighter.best("یکدوسهچهار", Set.of(), 6).text());
  }

  @Test
  void longTextsTakeLinearTime() {
    String text = "خبر گزینه\u200Cهای تازه، ".repeat(50_000);
    assertEquals(50_000, Highlighter.ranges(text, lexemes("گزینه")).size());
    assertTrue(Highlighter.best(text, lexemes("گزینه تازه"), 200).ranges().size() > 4);
  }

  @Property
  @Domain(Texts.class)
  @Domain(DomainContext.Global.class)
  void rangesAndPassagesStandInTheText(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int length) {
    Set<String> lexemes = lexemes(text).stream().limit(5).collect(Collectors.toSet());
    assertRanges(Highlighter.ranges(text, lexemes), text.length());
    Passage passage = Highlighter.best(text, lexemes, length);
    assertTrue(passage.text().length() <= length);
    assertTrue(text.startsWith(passage.text(), passage.start()));
    assertRanges(passage.ranges(), passage.text().length());
  }

  private static void assertRanges(List<Range> ranges, int length) {
    int end = 0;
    for (Range range : ranges) {
      assertTrue(range.start() >= end && range.end() > range.start() && range.end() <= length);
      end = range.end();
    }
  }

  private static Set<String> lexemes(String query) {
    Set<String> lexemes = new HashSet<>();
    QueryLexemes.of(query).forEach(choice -> lexemes.addAll(choice.lexemes()));
    return lexemes;
  }
}
