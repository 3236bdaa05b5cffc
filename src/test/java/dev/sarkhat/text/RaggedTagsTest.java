package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.TestData;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class RaggedTagsTest {

  @Test
  void tagsOfTheFirstPageComeOutClean() {
    assertEquals(
        List.of("اخبار", "اخبار بین الملل", "فرانسوا اولاند"),
        split("اخبار,اخبار بین الملل ,فرانسوا اولاند"));
  }

  @Test
  void everySeparatorAndRunsOfThemPartTags() {
    assertEquals(
        List.of("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت"),
        split(",یک،دو ; ; سه؛چهار|پنج\r\nشش\n\n\u060C,هفت،"));
  }

  @Test
  void hashtagsBecomeWords() {
    assertEquals(List.of("لیگ برتر", "استقلال"), split("#لیگ_برتر #استقلال"));
    assertEquals(List.of("لیگ برتر", "استقلال"), split("\u200F##لیگ__برتر،# استقلال_"));
    assertEquals(List.of("لیگ برتر", "استقلال"), split("#لیگ_برتر#استقلال"));
    assertEquals(List.of("C#", "C++"), split("C#, C++"));
    assertEquals(List.of("C#"), split("#C#"));
    assertEquals(List.of("snake_case"), split("snake_case"));
    assertEquals(List.of("شماره #۵"), split("شماره #۵"));
  }

  @Test
  void ofOneNameTheFirstSpellingStays() {
    assertEquals(
        List.of("اخبار بین الملل", "ورزش"), split("اخبار بین الملل,ورزش,اخباربین  الملل,#ورزش"));
  }

  @Test
  void blankTagsGo() {
    assertEquals(List.of(), split(""));
    assertEquals(List.of(), split(" , \u00A0،\u200C|#|...\n«»"));
  }

  @Test
  void lettersFollowTheLanguage() {
    assertEquals(List.of("علی"), RaggedTags.split("علي", "fa"));
    assertEquals(List.of("علي"), RaggedTags.split("علي", "ar"));
  }

  @Property
  @Domain(Texts.class)
  void titlesAreNormalAndOfDifferentNames(@ForAll String text) {
    assertClean(split(text));
  }

  @Test
  void rowsOfRealPagesComeOutClean() throws IOException {
    for (List<String> row : TestData.table("ragged-tags.tsv")) {
      List<String> titles = split(row.get(0));
      assertClean(titles);
      long parts = row.get(0).chars().filter(c -> c == ',' || c == '\u060C').count() + 1;
      assertEquals(parts, titles.size(), () -> row.get(0));
    }
  }

  @Test
  void tagsOfRealPagesMeetAcrossPages() throws IOException {
    Set<String> international = new HashSet<>();
    for (List<String> row : TestData.table("ragged-tags.tsv")) {
      split(row.get(0)).stream()
          .filter(title -> title.startsWith("اخبار") && title.endsWith("الملل"))
          .map(MatchKey::of)
          .forEach(international::add);
    }
    assertEquals(Set.of("اخباربینالملل"), international);
  }

  private static void assertClean(List<String> titles) {
    Set<String> keys = new HashSet<>();
    for (String title : titles) {
      assertEquals(TextNormalizer.line(title, "fa"), title);
      assertFalse(MatchKey.of(title).isEmpty());
      assertTrue(keys.add(MatchKey.of(title)), title);
    }
  }

  private static List<String> split(String tags) {
    return RaggedTags.split(tags, "fa");
  }
}
