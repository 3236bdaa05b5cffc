package dev.sarkhat.text.lexeme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexemesTest {

  @ParameterizedTest
  @CsvSource({"گزینه\u200Cهای,گزینههای", "گزینه های,گزینههای", "مسؤولان,مسئولان"})
  void spellingsOfOneWordHaveTheSameLexemes(String one, String other) {
    assertEquals(DocumentLexemes.matching(one), DocumentLexemes.matching(other));
  }
}
