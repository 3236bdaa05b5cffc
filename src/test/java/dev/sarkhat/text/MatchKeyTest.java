package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sarkhat.TestData;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "اخبار بین الملل|اخباربین الملل",
        "اخبار بین الملل| اخبار  بین\u200Cالملل ",
        "اخبار بین الملل|اخبار\u00A0بین\u200F الملل\uFEFF",
        "رئیس|رییس",
        "رئيس|رییس",
        "مسؤول|مسوول",
        "شیرِ پلاتیپوس|شیر پلاتیپوس",
        "على|علی",
        "كمك|کمک",
        "\uFED9\uFEE4\uFED9|کمک",
        "آمریکا|امریکا",
        "تأسیس|تاسیس",
        "إیران|ایران",
        "\u0671لله|الله",
        "جزء|جز",
        "خانة|خانه",
        "خانۀ پدری|خانه پدری",
        "خانهٔ پدری|خانه پدری",
        "هەولێر|ههولێر",
        "هه\u200Cولێر|هەولێر",
        "سی\u0640\u0640است|سیاست",
        "کووید۱۹|کووید-19",
        "کووید ٤|کووید ۴",
        "ISNA|isna",
        "Ｉｓｎａ|isna",
        "ΚΌΣΜΟΣ|κόσμος",
        "cafe\u0301|café",
        "گفت\u200Dوگو|گفت\u200Bوگو",
        "«ایسنا»|ایسنا",
        "وهنری|و هنری",
      })
  void spellingsOfOneNameMeet(String one, String other) {
    assertEquals(MatchKey.of(one), MatchKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"C,C++", "C,C#", "C++,C#", "cafe,café", "پهلو,پهلوی", "کشور,کشورها", "۱۲,۲۱"})
  void differentNamesStayApart(String one, String other) {
    assertNotEquals(MatchKey.of(one), MatchKey.of(other));
  }

  @Test
  void plusAndHashStayRightAfterALetterOnly() {
    assertEquals("c++", MatchKey.of("C++"));
    assertEquals("c#", MatchKey.of("C\uFF03"));
    assertEquals("c", MatchKey.of("C #"));
    assertEquals("c", MatchKey.of("#C"));
    assertEquals("1", MatchKey.of("1+"));
  }

  @Test
  void keyIsWhatIsReadOnly() {
    assertEquals("اخباربینالملل", MatchKey.of("  اخبارِ «بین\u200Cالملل»!"));
    assertEquals("हिन्दी", MatchKey.of("हिन्दी"));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "' \u00A0'",
    "'\u200C\u200F'",
    "'«»، .'",
    "'\u0640'",
    "'ء'",
    "'\u0650'",
    "'\uD83D'",
    "'++'"
  })
  void nothingToReadHasNoKey(String text) {
    assertEquals("", MatchKey.of(text));
  }

  @Property(tries = 3000)
  @Domain(Texts.class)
  void keyOfAKeyIsTheKey(@ForAll String text) {
    String key = MatchKey.of(text);
    assertEquals(key, MatchKey.of(key));
  }

  @Property
  @Domain(Texts.class)
  void normalisingDoesNotChangeTheKey(@ForAll String text) {
    for (String lang : List.of("fa", "ar")) {
      assertEquals(MatchKey.of(text), MatchKey.of(TextNormalizer.line(text, lang)));
    }
  }

  @Test
  void everyCharactersKeyIsItsOwnKeyAndLowerCase() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String key = MatchKey.of("a" + Character.toString(codePoint) + "b");
      assertEquals(key, MatchKey.of(key), () -> "of " + key.codePoints().boxed().toList());
      assertEquals(key.toLowerCase(Locale.ROOT), key);
    }
  }

  @Test
  void realTagsHaveKeysThatNormalisingKeeps() throws IOException {
    for (String text : TestData.newsTexts()) {
      assertEquals(MatchKey.of(text), MatchKey.of(TextNormalizer.line(text, "fa")));
    }
  }

  @Test
  void spellingsThatDifferInLettersAloneMeet() throws IOException {
    for (List<String> row : TestData.table("orthography.tsv")) {
      if (row.get(3).equals("letters") && row.get(8).equals("yes")) {
        assertEquals(MatchKey.of(row.get(0)), MatchKey.of(row.get(1)), () -> row.get(0));
      }
    }
  }
}
