package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.sarkhat.TestData;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "اولاند: به سوریه نیروی نظامی نمی\u200Cفرستیم|اولاند-به-سوریه-نیروی-نظامی-نمی-فرستیم",
        "«کووید ۱۹ ثانیه» آمدند!|کووید-۱۹-ثانیه-آمدند",
        "كتاب علي و موسى|کتاب-علی-و-موسی",
        "شیرِ پلات\u0640\u0640یپوس\u200F|شیر-پلاتیپوس",
        "رئیس مؤسسه آب|رئیس-مؤسسه-آب",
        "خانهٔ پدری|خانه-پدری",
        "---a__b..c---|a-b-c",
        "GRÜẞE ǅ|grüße-dž",
        "Ｆｕｌｌ ﬁ|full-fi",
        "می\u200Bرود|می-رود",
        "soft\u00ADhyphen|softhyphen",
        "हिन्दी भाषा|हिन्दी-भाषा",
        "1\uFE0F\u20E3 خبر|1-خبر",
        "C++|c",
      })
  void titlesBecomeSlugs(String title, String slug) {
    assertEquals(slug, Slug.of(title));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \u00A0",
        "\u200C",
        "«»…",
        "\u0640\u0650",
        "\uD83D\uDE00",
        "\uD83D",
        "-\u0301"
      })
  void nothingToReadHasNoSlug(String title) {
    assertEquals("", Slug.of(title));
  }

  @Test
  void longTitlesAreCutBetweenWords() {
    assertEquals(
        "a".repeat(40) + "-" + "b".repeat(39),
        Slug.of("a".repeat(40) + " " + "b".repeat(39) + " c"));
    assertEquals("a".repeat(40), Slug.of("a".repeat(40) + " " + "b".repeat(40)));
  }

  @Test
  void aLongWordIsCutBetweenCharacters() {
    assertEquals("a".repeat(80), Slug.of("a".repeat(81)));
    String supplementary = "\uD801\uDC28";
    assertEquals("a" + supplementary.repeat(39), Slug.of("a" + supplementary.repeat(40)));
    String combined = "q\u0301\u0323";
    assertEquals(Slug.of(combined.repeat(26)), Slug.of(combined.repeat(27)));
  }

  @Test
  void onlyWhatComesOutIsValid() {
    assertTrue(Slug.isValid("اخبار-بین-الملل"));
    assertTrue(Slug.isValid("c"));
    for (String invalid :
        List.of(
            "",
            "-a",
            "a-",
            "a--b",
            "A",
            "a b",
            "a/b",
            "علي",
            "می\u200Cرود",
            "a".repeat(81),
            "\uD83D")) {
      assertFalse(Slug.isValid(invalid), invalid);
    }
  }

  @Property(tries = 3000)
  @Domain(Texts.class)
  void slugsAreValidAndTheirOwnSlugs(@ForAll String title) {
    String slug = Slug.of(title);
    assertEquals(slug, Slug.of(slug));
    assertEquals(!slug.isEmpty(), Slug.isValid(slug));
    assertFalse(slug.startsWith("-") || slug.endsWith("-") || slug.contains("--"), slug);
  }

  @Property
  @Domain(Texts.class)
  void cutNeverTakesACharacterApart(@ForAll String text) {
    String word = Slug.of(text).replace("-", "");
    String whole = Normalizer2.getNFKCInstance().normalize("ab".repeat(36) + word + word);
    String slug = Slug.of(whole);
    BreakIterator boundaries = BreakIterator.getCharacterInstance(ULocale.ROOT);
    boundaries.setText(whole);
    assertTrue(whole.startsWith(slug) && boundaries.isBoundary(slug.length()), slug);
  }

  @Test
  void everyCharacterMakesAStableSlug() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String slug = Slug.of("a" + Character.toString(codePoint) + "b");
      assertEquals(slug, Slug.of(slug));
    }
  }

  @Test
  void realTitlesHaveSlugs() throws IOException {
    for (String text : TestData.newsTexts()) {
      String slug = Slug.of(text);
      assertEquals(!slug.isEmpty(), Slug.isValid(slug));
    }
  }
}
