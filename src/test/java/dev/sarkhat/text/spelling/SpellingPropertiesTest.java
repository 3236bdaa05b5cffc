package dev.sarkhat.text.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.text.MatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingPropertiesTest {

  /** Attests something of everything, so that every branch is taken. */
  private static final Attested WHIMSICAL =
      spellings -> {
        Map<String, Integer> articles = new HashMap<>();
        spellings.forEach(each -> articles.put(each, (each.hashCode() & 0xFF) * 20 - 50));
        return articles;
      };

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "می",
            "نمی",
            "روم",
            "کرد",
            "خانه",
            "ها",
            "های",
            "ای",
            "اند",
            "تر",
            "گفت",
            "و",
            "گو",
            "پیش",
            "بینی",
            "كتاب",
            "علي",
            "\u200C",
            "\u200C\u200C",
            "\u00AC",
            "\u00AD",
            "\u200B",
            "\u200D",
            "\u200E",
            "\u064E",
            "\u0651",
            "\u0640",
            "\uFEFB",
            "\uFDFA",
            "\uFE70",
            "ة",
            " ",
            "  ",
            "\u00A0",
            "\t",
            "\n",
            "\r\n",
            "\u2028",
            "،",
            "؛",
            "؟",
            "!",
            ".",
            ":",
            "«",
            "»",
            "(",
            ")",
            "[",
            "]",
            "…",
            "\"",
            "-",
            "/",
            "<",
            ">",
            "`",
            "a",
            "iPhone",
            "'",
            "@",
            "://",
            "#",
            "1",
            "٢",
            "۳",
            "12",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "新");
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(3);
    return Arbitraries.frequencyOf(Tuple.of(12, pieces), Tuple.of(1, any))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3000)
  void proposalsLieInTheTextAndApart(@ForAll("texts") String text) {
    for (Attested archive : List.of(WHIMSICAL, Attested.nothing())) {
      int end = 0;
      for (SpellingProposal proposal : SpellingCheck.check(text, archive)) {
        assertTrue(proposal.start() >= end);
        assertTrue(proposal.end() > proposal.start() && proposal.end() <= text.length());
        assertEquals(text.substring(proposal.start(), proposal.end()), proposal.original());
        assertFalse(proposal.original().equals(proposal.replacement()));
        assertTrue(proposal.confidence() > 0.5 && proposal.confidence() <= 1);
        end = proposal.end();
      }
    }
  }

  /** Letters, digits and what is quoted stay; only their forms, spaces and doubled marks change. */
  @Property(tries = 3000)
  void nothingIsLost(@ForAll("texts") String text) {
    String repaired = SpellingCheck.apply(text, SpellingCheck.check(text, WHIMSICAL));
    assertEquals(MatchKey.of(text), MatchKey.of(repaired));
  }

  @Property(tries = 1000)
  void whatAnArticleAttestsIsCountable(@ForAll("texts") String text) {
    for (String spelling : SpellingCheck.attestedSpellings(text)) {
      assertFalse(spelling.isBlank());
      assertEquals(spelling, spelling.strip());
    }
  }

  /** A megabyte of each: what takes time by its square would take hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "می ",
        "ها ",
        "می",
        "\u200C",
        "\u064E",
        "<a",
        "`",
        "` ",
        "،",
        " ،",
        "؟ ؟",
        "1",
        "1.",
        "1 ",
        "گفت و ",
        "پیشبینی ",
        "\u200Eم",
        "\uFDFA",
        "a.",
        "\n",
        "م\n"
      })
  void timeGrowsWithTheText(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    List<SpellingProposal> proposals = SpellingCheck.check(text, Attested.nothing());
    SpellingCheck.apply(text, proposals);
    SpellingCheck.attestedSpellings(text);
  }
}
