package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.TestData;
import dev.sarkhat.text.StorableText.Offence;
import dev.sarkhat.text.StorableText.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class StorableTextTest {

  @Test
  void ordinaryTextMayBeStored() {
    assertStorable("");
    assertStorable("یک\tدو\r\nمی\u200Cرود \u200F\u2067\uFEFF \uD83D\uDE00 \uE000 \uFFFD \u00A0");
  }

  @Test
  void eachKindOfOffenceIsNamedWithItsPlace() {
    assertOffence("ab\u0000", Reason.NUL, 2);
    assertOffence("\u0001", Reason.CONTROL, 0);
    assertOffence("a\u000Bb", Reason.CONTROL, 1);
    assertOffence("\u001F", Reason.CONTROL, 0);
    assertOffence("\u007F", Reason.CONTROL, 0);
    assertOffence("\u0085", Reason.CONTROL, 0);
    assertOffence("\u009F", Reason.CONTROL, 0);
    assertOffence("\uD83D", Reason.UNPAIRED_SURROGATE, 0);
    assertOffence("\uD83D\uDE00\uDE00", Reason.UNPAIRED_SURROGATE, 2);
    assertOffence("\uDE00\uD83D", Reason.UNPAIRED_SURROGATE, 0);
    assertOffence("\uFDD0", Reason.NONCHARACTER, 0);
    assertOffence("\uFDEF", Reason.NONCHARACTER, 0);
    assertOffence("\uFFFE", Reason.NONCHARACTER, 0);
    assertOffence("\uD83D\uDE00\uDBFF\uDFFF", Reason.NONCHARACTER, 2);
  }

  @Test
  void theFirstOffenceIsTold() {
    assertOffence("a\uFFFF\u0000", Reason.NONCHARACTER, 1);
  }

  @Test
  void noncharactersAreSixtySix() {
    long count =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .mapToObj(Character::toString)
            .map(StorableText::firstOffence)
            .filter(
                offence -> offence.map(Offence::reason).equals(Optional.of(Reason.NONCHARACTER)))
            .count();
    assertEquals(66, count);
  }

  @Property
  @Domain(Texts.class)
  void storableTextSurvivesUtf8AndNormalisation(@ForAll String text) {
    if (StorableText.firstOffence(text).isEmpty()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertEquals(text, new String(bytes, StandardCharsets.UTF_8));
      assertStorable(TextNormalizer.line(text, "fa"));
      assertStorable(TextNormalizer.prose(text, "fa"));
    }
  }

  @Test
  void realNewsMayBeStored() throws IOException {
    TestData.newsTexts().forEach(StorableTextTest::assertStorable);
  }

  private static void assertStorable(String text) {
    assertTrue(StorableText.firstOffence(text).isEmpty(), text);
  }

  private static void assertOffence(String text, Reason reason, int index) {
    assertEquals(Optional.of(new Offence(reason, index)), StorableText.firstOffence(text));
  }
}
