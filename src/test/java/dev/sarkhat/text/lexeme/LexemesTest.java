package dev.sarkhat.text.lexeme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexemesTest {

  @ParameterizedTest
  @CsvSource({
    "کتاب\u200Cها,کتابها کتاب",
    "کتابهایشان,کتابهایشان کتاب",
    "مهم\u200Cترین,مهمترین مهم",
    "کرده\u200Cاند,کردهاند کرده",
    "کردهاند,کردهاند کرده",
    "خودروی,خودروی خودرو",
    "ایرانی\u200Cها,ایرانیها ایرانی ایران",
    "آمریکایی,امریکایی امریکا",
    "نقطهای,نقطهای نقطه",
    "حرفهای,حرفهای حرف حرفه",
    "نمایندگان,نمایندگان نماینده",
    "دانش\u200Cآموزان,دانشاموزان دانشاموز",
    "اقدامات,اقدامات اقدام",
    "گفتند,گفتند گفت",
    "می\u200Cگویند,میگویند می-گو",
    "نمیگوید,نمیگوید نمی-گو",
    "پمپئو,پمپو پمپیو",
    "countries,countries country",
    "news,news new",
  })
  void stemsFollowTheWord(String word, String expected) {
    assertEquals(List.of(expected.split(" ")), Lexemes.of(Unit.of(word).get(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"تنها", "دفتر", "دختر", "ایران", "جهان", "میدان", "بستنی", "کریمی", "علی", "گران"})
  void wordsThatMerelyEndSoAreLeftAlone(String word) {
    assertEquals(1, Lexemes.of(Unit.of(word).get(0)).size());
  }

  @Property(tries = 2000)
  @Domain(Texts.class)
  void lexemesAreFewAndShortAndSafeToSplitAtWhiteSpace(@ForAll String text) {
    for (Unit unit : Unit.of(text)) {
      List<String> lexemes = Lexemes.of(unit);
      assertEquals(unit.joined(), lexemes.get(0));
      assertEquals(lexemes.size(), new HashSet<>(lexemes).size());
      assertTrue(lexemes.size() <= 10);
    }
    Stream.concat(DocumentLexemes.matching(text).stream(), DocumentLexemes.sequence(text).stream())
        .forEach(
            lexeme -> {
              assertFalse(lexeme.isEmpty());
              assertTrue(lexeme.chars().noneMatch(Character::isWhitespace));
            });
  }
}
