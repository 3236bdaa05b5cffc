package dev.sarkhat.text.lexeme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixesTest {

  @ParameterizedTest
  @CsvSource({
    "بین ال,بین\u200Cالملل",
    "بین\u200Cال,بین\u200Cالملل",
    "بینال,بین\u200Cالملل",
    "بینال,اخبار بین الملل",
    "بين ال,اخبار بین الملل",
    "الم,اخبار بین\u200Cالملل",
    "گزینه ه,گزینه\u200Cهای",
    "گزینههای,گزینه های",
    "گفتگو,گفت\u200Cوگو",
    "ایران رو,ایران و روسیه",
    "Caf,café",
    "۱۲,سال ١٢",
  })
  void findsWhatIsBeingTyped(String typed, String name) {
    assertTrue(finds(typed, name));
  }

  @Test
  void findsNothingElse() {
    assertFalse(finds("بینا", "بین"));
    assertFalse(finds("لملل", "بین\u200Cالملل"));
    assertEquals(List.of(), Prefixes.query(" «"));
  }

  @Property
  @Domain(Texts.class)
  void everyNameIsFoundByItself(@ForAll String name) {
    assertTrue(finds(name, name));
    for (String term : Prefixes.of(name)) {
      assertTrue(term.codePointCount(0, term.length()) <= Prefixes.MAXIMUM_LENGTH);
    }
  }

  private static boolean finds(String typed, String name) {
    Set<String> terms = new HashSet<>(Prefixes.of(name));
    return terms.containsAll(Prefixes.query(typed));
  }
}
