package dev.sarkhat.text.lexeme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.text.Texts;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLexemesTest {

  /** Lost half-spaces, as on the page that a portal was copied from. */
  private static final String PAGE =
      "بررسی گزینههای موجود. به سوریه نیروی نظامی نمیفرستیم. رییسجمهوری فرانسه درباره دادههای"
          + " اطلاعاتی گفتوگو خواهند کرد. اخبار بین  الملل";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "گزینه\u200Cهای",
        "گزینه های",
        "گزینههای",
        "گزینه",
        "نمی\u200Cفرستیم",
        "نمی فرستیم",
        "رئیس جمهوری",
        "رئیس\u200Cجمهور",
        "گفت\u200Cو\u200Cگو",
        "گفت و گو",
        "گفتگو",
        "بين الملل",
        "بین\u200Cالملل",
        "داده های اطلاعاتی",
      })
  void findsThePageInAnySpelling(String query) {
    assertTrue(finds(query, PAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "تن,تنها",
    "میدان,می\u200Cدانم",
    "هم زمان,زمان",
    "بی\u200Cنتیجه,به نتیجه رسید",
    "می\u200Cفرستیم,نمی\u200Cفرستیم",
    "北大,北方大学",
  })
  void doesNotFindWhatMerelyLooksAlike(String query, String text) {
    assertFalse(finds(query, text));
  }

  @ParameterizedTest
  @CsvSource({
    "در,د ر",
    "انشاءالله,انشاء الله",
    "هم\u200Cسان\u200Cسازی,هم سان سازی",
    "سی\u200Cان\u200Cان,سی ان ان",
    "کووید۱۹,COVID کووید-19",
    "12543,۱۲٬۵۴۳",
    "ویدئوها,ویدیو",
    "F16,F-16",
    "whitehouse,White House",
    "大学,北京大学",
    "شان,در شان شما",
  })
  void findsEachOther(String one, String other) {
    assertTrue(finds(one, other));
    assertTrue(finds(other.split(" ").length > 2 ? one : other, other));
  }

  @Test
  void stopWordsCountWhenThereIsNothingElse() {
    List<Choice> choices = QueryLexemes.of("از این که");
    assertTrue(choices.stream().allMatch(Choice::stopWord));
    assertEquals(
        List.of(false, true, false),
        QueryLexemes.of("ایران و روسیه").stream().map(Choice::stopWord).toList());
    for (String word : List.of("داده", "خدمات", "اثر", "نام", "تازه", "نمی")) {
      assertFalse(QueryLexemes.of(word).get(0).stopWord(), word);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "گفت\u200Cوگو,گفت و گو کرد",
    "گفت و گو,گفت\u200Cوگو کرد",
    "گفت و گو,گفتوگو کرد",
    "گزینه های موجود,گزینه\u200Cهای موجود",
    "گزینه\u200Cهای موجود,گزینههای موجود",
    "رئیس جمهوری فرانسه,رییس\u200Cجمهوری فرانسه",
    "رئیس\u200Cجمهوری فرانسه,رییسجمهوری فرانسه",
    "رئیس جمهوری فرانسه,رییسجمهوری فرانسه",
    "خانه\u200Cی پدری,خانۀ پدری",
    "COVID-19,covid19",
  })
  void phrasesMeet(String phrase, String text) {
    List<String> sequence = DocumentLexemes.sequence(text);
    assertTrue(
        QueryLexemes.phrases(phrase).stream()
            .anyMatch(each -> Collections.indexOfSubList(sequence, each) >= 0));
  }

  @Test
  void phraseWithoutAWordIsNone() {
    assertEquals(List.of(), QueryLexemes.phrases("«…»"));
  }

  @Property
  @Domain(Texts.class)
  void everyTextFindsItself(@ForAll String text) {
    assertTrue(finds(text, text));
    List<String> sequence = DocumentLexemes.sequence(text);
    QueryLexemes.phrases(text).stream().limit(1).forEach(each -> assertEquals(sequence, each));
  }

  @Property
  @Domain(Texts.class)
  void choicesStandInTheQuery(@ForAll String query) {
    int end = 0;
    for (Choice choice : QueryLexemes.of(query)) {
      assertTrue(choice.start() >= end && choice.end() <= query.length());
      assertFalse(choice.lexemes().isEmpty());
      assertTrue(choice.lexemes().size() <= 50);
      end = choice.end();
    }
    assertTrue(QueryLexemes.phrases(query).size() <= 16);
  }

  private static boolean finds(String query, String text) {
    Set<String> document = new HashSet<>(DocumentLexemes.matching(text));
    return QueryLexemes.of(query).stream()
        .allMatch(choice -> choice.lexemes().stream().anyMatch(document::contains));
  }
}
