package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.TestData;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {

  @ParameterizedTest
  @ValueSource(strings = {"fa", "FA", "fa-AF", "fa-Arab-IR", "fas", "pes", "prs", "ckb"})
  void arabicYehAndKafBecomePersianInLanguagesOfPersianLetters(String lang) {
    assertEquals("\u06A9\u06CC\u06CC", TextNormalizer.line("\u0643\u064A\u0649", lang));
    assertEquals("\u06A9\u06CC\u06CC", TextNormalizer.prose("\u0643\u064A\u0649", lang));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ar", "ar-IR", "ps", "ur", "ug", "sd", "en", "und", "fab", "", "-fa", "fa_IR"})
  void otherLanguagesKeepTheirLetters(String lang) {
    assertEquals("\u0643\u064A\u0649", TextNormalizer.line("\u0643\u064A\u0649", lang));
    assertEquals("\u0643\u064A\u0649", TextNormalizer.prose("\u0643\u064A\u0649", lang));
  }

  @Test
  void presentationFormsOfYehAndKafBecomePersianLetters() {
    assertEquals(
        "\u06CC".repeat(12),
        persianLine("\uFEEF\uFEF0\uFEF1\uFEF2\uFEF3\uFEF4\uFBE8\uFBE9\uFBFC\uFBFD\uFBFE\uFBFF"));
    assertEquals(
        "\u06A9".repeat(8), persianLine("\uFB8E\uFB8F\uFB90\uFB91\uFED9\uFEDA\uFEDB\uFEDC"));
  }

  @Test
  void hamzaOnYehStaysHamza() {
    assertEquals("\u0631\u0626\u06CC\u0633", persianLine("\u0631\u064A\u0654\u064A\u0633"));
  }

  @Test
  void decomposedLettersAreComposed() {
    assertEquals("\u0622\u0628", persianLine("\u0627\u0653\u0628"));
    assertEquals("caf\u00E9", TextNormalizer.prose("cafe\u0301", "fr"));
  }

  @Test
  void lineDropsStretchingTatweel() {
    assertEquals(
        "سیاست و اقتصاد با بیتوته",
        persianLine("سی\u0640است و اقتص\u0640اد با بیتوت\u0640\u0640\u0640\u0640ه"));
    assertEquals("ه.ق", persianLine("ه\u0640.ق"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "سپیدرود 1 \u0640 ذوب آهن 2",
        "کووید\u0640۱۹",
        "۱۳۹۸\u0640۱۳۹۹",
        "مشهد \u0640 سوریه"
      })
  void lineKeepsTatweelTypedForADash(String title) {
    assertEquals(title, persianLine(title));
  }

  @Test
  void tatweelGivesWayToTheMarkBehindIt() {
    assertEquals("\u0622ب", persianLine("\u0627\u0640\u0653ب"));
  }

  @Test
  void lineDropsBidiControlsAndByteOrderMarks() {
    assertEquals(
        "ab",
        persianLine(
            "\uFEFFa\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFFb"));
  }

  @Test
  void proseKeepsBidiControlsAndTatweel() {
    String text = "\u200Fسی\u0640است \u2067ایران\u2069.\u200E";
    assertEquals(text, TextNormalizer.prose("\uFEFF" + text + "\uFEFF", "fa"));
  }

  @Test
  void digitsStayAsTyped() {
    assertEquals("۱۲ 34 ٥٦", persianLine("۱۲ 34 ٥٦"));
  }

  @Test
  void halfSpacesBetweenLettersStayAndRepeatedOnesBecomeOne() {
    assertEquals("می\u200Cرود", persianLine("می\u200Cرود"));
    assertEquals("می\u200Cرود", persianLine("می\u200C\u200C\u200Cرود"));
    assertEquals("می\u200Cرود", persianLine("می\u200C\u200F\u200Cرود"));
    assertEquals("سال\u200C۱۳۹۸", TextNormalizer.prose("سال\u200C\u200C۱۳۹۸", "fa"));
  }

  @Test
  void danglingHalfSpacesGo() {
    assertEquals("کتاب", persianLine("\u200Cکتاب\u200C"));
    assertEquals("سینمای ایران", persianLine("سینمای\u200C ایران"));
    assertEquals("سینمای ایران", persianLine("سینمای \u200C \u200Cایران"));
    assertEquals(
        "«کتاب\u200Cها»، (ایران)", persianLine("«\u200Cکتاب\u200Cها\u200C»\u200C، (ایران\u200C)"));
    assertEquals("یک\nدو", TextNormalizer.prose("یک\u200C\n\u200Cدو", "fa"));
  }

  @Test
  void halfSpaceAfterAViramaStays() {
    String kannada = "\u0CA8\u0CCD\u200C";
    assertEquals(kannada + " " + kannada, TextNormalizer.line(kannada + " " + kannada, "kn"));
  }

  @Test
  void lostHalfSpacesStayLost() {
    assertEquals("گزینههای موجود", persianLine("گزینههای موجود"));
  }

  @Test
  void noBreakSpacesAreSpacesAndRunsCollapse() {
    assertEquals(
        "اخبار بین الملل", persianLine("\u00A0اخبار \u00A0بین\u202F\u2007\u3000الملل\t\u00A0"));
    assertEquals("a b", persianLine("a\r\n\u2028\u0085\u000B b"));
  }

  @Test
  void proseKeepsLinesAndTrimsThem() {
    assertEquals(
        "یک دو\nسه\n\nچهار", TextNormalizer.prose("\n یک\u00A0\tدو \r\n سه\r\r\n چهار\n\n", "fa"));
  }

  @Test
  void spaceBeforePunctuationStaysAsTyped() {
    String text = "به گزارش ایسنا ، به نقل از اسپوتنیک : گفت .";
    assertEquals(text, TextNormalizer.prose(text, "fa"));
    assertEquals(text, persianLine(text));
  }

  @ParameterizedTest
  @CsvSource({"'',''", "' ',''", "'\u200C',''", "'\u00A0\u200C\u00A0',''", "'\uD83D','\uD83D'"})
  void blankAndBrokenTextsAreAnswered(String text, String normal) {
    assertEquals(normal, persianLine(text));
    assertEquals(normal, TextNormalizer.prose(text, "fa"));
  }

  @Property(tries = 3000)
  @Domain(Texts.class)
  void normalTextStaysAsItIs(@ForAll String text) {
    for (String lang : List.of("fa", "ar")) {
      String line = TextNormalizer.line(text, lang);
      assertEquals(line, TextNormalizer.line(line, lang));
      String prose = TextNormalizer.prose(text, lang);
      assertEquals(prose, TextNormalizer.prose(prose, lang));
    }
  }

  @Test
  void realNewsIsNormalAfterOnePass() throws IOException {
    for (String text : TestData.newsTexts()) {
      String line = TextNormalizer.line(text, "fa");
      assertEquals(line, TextNormalizer.line(line, "fa"));
      assertEquals(Normalizer.normalize(line, Normalizer.Form.NFC), line);
      String prose = TextNormalizer.prose(text, "fa");
      assertEquals(prose, TextNormalizer.prose(prose, "fa"));
    }
  }

  private static String persianLine(String text) {
    return TextNormalizer.line(text, "fa");
  }
}
