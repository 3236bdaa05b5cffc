package dev.sarkhat.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.http.ProblemException;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Any;
import dev.sarkhat.search.index.SearchExpression.Not;
import dev.sarkhat.search.index.SearchExpression.Phrase;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.search.index.SearchField;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  /** How an expression reads, with the first lexeme of each word. */
  private static String shape(SearchExpression expression) {
    if (expression instanceof All all) {
      return "("
          + String.join(" ", all.parts().stream().map(SearchWordsTest::shape).toList())
          + ")";
    }
    if (expression instanceof Any any) {
      return "["
          + String.join("|", any.parts().stream().map(SearchWordsTest::shape).toList())
          + "]";
    }
    if (expression instanceof Not not) {
      return "-" + shape(not.part());
    }
    if (expression instanceof Word word) {
      return field(word.field()) + word.lexemes().get(0);
    }
    Phrase phrase = (Phrase) expression;
    return field(phrase.field()) + "'" + String.join(" ", phrase.sequences().get(0)) + "'";
  }

  private static String field(SearchField field) {
    return switch (field) {
      case ALL -> "";
      case TITLE -> "title:";
      case TAG -> "tag:";
      case SOURCE -> "source:";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "paris; paris",
        "paris london; (paris london)",
        "paris OR london; [paris|london]",
        "paris | london OR rome; [paris|london|rome]",
        "metro paris OR london; (metro [paris|london])",
        "paris or london; (paris london)",
        "paris -london; (paris -london)",
        "-london; (-london)",
        "-\"new york\" paris; (-'new york' paris)",
        "title:paris london; (title:paris london)",
        "TITLE:paris; title:paris",
        "title:\"new york\"; title:'new york'",
        "tag:\"new york\"; (tag:new tag:york)",
        "city:paris; (city paris)",
        "title: paris; (title paris)",
        "paris \"; paris",
        "paris«london»; (paris 'london')",
        "OR paris OR; paris",
        "paris - london; (paris london)",
        "paris-london; (paris london)",
        "paris (london; (paris london)",
        "paris | | london; [paris|london]",
      })
  void reads(String typed, String shape) {
    assertEquals(shape, shape(SearchWords.parse(typed).orElseThrow()));
  }

  @Test
  void leavesStopWordsOutUnlessThereIsNothingElse() {
    assertInstanceOf(Word.class, SearchWords.parse("از سوریه").orElseThrow());
    assertInstanceOf(All.class, SearchWords.parse("از به").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "؟!", "OR", "-", "\u200C", "( )", "« »", "--"})
  void findsNothingToLookFor(String typed) {
    assertTrue(SearchWords.parse(typed).isEmpty());
  }

  @Test
  void refusesMoreWordsThanAnybodyTypes() {
    assertThrows(ProblemException.class, () -> SearchWords.parse("word ".repeat(33)));
    assertEquals(32, ((All) SearchWords.parse("paris ".repeat(32)).orElseThrow()).parts().size());
  }

  @Test
  void readsWhateverIsTyped() {
    SplittableRandom random = new SplittableRandom(5);
    String[] pieces = {
      "\"", "«", "»", "-", "OR", "|", " ", "title:", "tag:", "source:", "گزینه", "\u200C", "های",
      "a", "\uD83D", "\uDE00", "\u202E", "\u2066", "\u0650", "١", "\uFEFF", "\u0000", "(", ")", "*",
      "\\", ":"
    };
    for (int count = 0; count < 20_000; count++) {
      StringBuilder typed = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        typed.append(
            random.nextInt(4) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : pieces[random.nextInt(pieces.length)]);
      }
      try {
        SearchWords.parse(typed.toString())
            .ifPresent(found -> assertEquals(found, SearchWords.parse(typed.toString()).get()));
      } catch (ProblemException tooMany) {
        assertTrue(String.valueOf(tooMany.getMessage()).contains("32 words"));
      }
    }
  }
}
