package dev.sarkhat.text.lexeme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.text.TextNormalizer;
import dev.sarkhat.text.Texts;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "گزینه\u200Cهای تازه|گزینه+های تازه",
        "گزینه های تازه|گزینه+های تازه",
        "گزینه\u00A0 های|گزینه+های",
        "خواب های تان|خواب+های+تان",
        "می رود|می+رود",
        "نمی\u200Cفرستیم|نمی+فرستیم",
        "ماه می سال|ماه می سال",
        "خانه ی پدری|خانه+ی پدری",
        "کتاب، ها|کتاب ها",
        "و ای کاش|و ای کاش",
        "\u200Cکاروان\u200C\u200Cسرا\u200C|کاروان+سرا",
        "حرف\u00ADهاست|حرف+هاست",
        "انسان\u200Fها|انسان+ها",
        "\u200Fانسان\u200F|انسان",
        "ســلام|سلام",
        "سَلامٌ|سلام",
        "۱۱ـ۲۳|11 23",
        "۹کیلومتر|9 کیلومتر",
        "PDFها|pdf+ها",
        "Iran's|iran+s",
        "COVID-19|covid 19",
        "Café straße ﬁn|cafe strasse fin",
        "ΚΌΣΜΟΣ|κοσμοσ",
        "北京|北 京",
        "ภาษา|ภ า ษ า",
        "हिन्दी|हिन्दी",
        "한국어|한국어",
        "\uFEFB\uFEE1|لام",
      })
  void textIsWordsAndWordsAreParts(String text, String expected) {
    assertEquals(
        List.of(expected.split(" ")),
        Unit.of(text).stream().map(unit -> String.join("+", unit.parts())).toList());
  }

  @Test
  void affixOfTheNextLineIsNone() {
    assertEquals(2, Unit.of("کتاب\nها").size());
  }

  @ParameterizedTest
  @CsvSource({
    "مسئول,مسؤول",
    "مسئول,مسوول",
    "سئوال,سؤال",
    "رئیس,رییس",
    "تأثیر,تاثیر",
    "هیئت,هیأت",
    "هیئت,هیات",
    "مسأله,مسئله",
    "جزء,جز",
    "آن,ان",
    "خانۀ,خانهٔ",
    "خانة,خانه",
    "علي,علی",
    "على,علی",
    "كمك,کمک",
    "داوود,داود",
    "گفت\u200Cوگو,گفتگو",
    "گفت\u200Cو\u200Cگو,گفتگو",
    "٤٥٦,456",
    "۴۵۶,456",
    "K\u212A,kk",
  })
  void spellingsOfOneWordAreJoinedAlike(String one, String other) {
    assertEquals(Unit.of(one).get(0).joined(), Unit.of(other).get(0).joined());
  }

  @Property(tries = 3000)
  @Domain(Texts.class)
  void unitsStandInTheTextOneAfterTheOther(@ForAll String text) {
    int end = 0;
    for (Unit unit : Unit.of(text)) {
      assertTrue(unit.start() >= end && unit.end() > unit.start() && unit.end() <= text.length());
      assertFalse(unit.parts().isEmpty());
      unit.parts().forEach(part -> assertFalse(part.isEmpty()));
      assertFalse(unit.joined().isEmpty());
      assertTrue(unit.joined().length() <= Lexemes.MAXIMUM_LENGTH);
      end = unit.end();
    }
  }

  @Property(tries = 3000)
  @Domain(Texts.class)
  void joinedUnitIsItsOwn(@ForAll String text) {
    for (Unit unit : Unit.of(text)) {
      StringBuilder again = new StringBuilder();
      Unit.of(unit.joined()).forEach(each -> again.append(each.joined()));
      assertEquals(unit.joined(), again.toString());
    }
  }

  @Test
  void everyCharactersWordIsItsOwn() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String word = words("a" + Character.toString(codePoint) + "ب");
      assertEquals(word, words(word), Integer.toHexString(codePoint));
    }
  }

  @Property(tries = 1000)
  @Domain(Texts.class)
  void normalisingTheTextDoesNotChangeItsWords(@ForAll String text) {
    String words = words(text);
    assertEquals(words, words(Normalizer.normalize(text, Normalizer.Form.NFC)));
    assertEquals(words, words(TextNormalizer.prose(text, "fa")));
  }

  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    Unit.of(text).forEach(unit -> words.append(unit.joined()));
    return words.toString();
  }

  @Test
  void hugeInputsAreReadToTheirEnd() {
    for (String piece :
        List.of(
            "\u200C", "\u0650", "ا", "ا\u200C", "ها ", "می ", "و", "ئ", "a'", "\uD83D", "北", "1ا",
            " ")) {
      String huge = piece.repeat(300_000);
      List<Unit> units = Unit.of(huge);
      assertTrue(units.stream().allMatch(unit -> unit.parts().size() <= 80), piece);
      assertTrue(DocumentLexemes.matching(huge).stream().allMatch(each -> each.length() <= 68));
    }
  }
}
