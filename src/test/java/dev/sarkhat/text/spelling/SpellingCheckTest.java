package dev.sarkhat.text.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "به خانه می روم|به خانه می\u200Cروم",
        "آنها نمی خواهند بروند|آنها نمی\u200Cخواهند بروند",
        "او بر می گردد|او بر می\u200Cگردد",
        "میکند و نمیشود|می\u200Cکند و نمی\u200Cشود",
        "این کتاب ها خوب است|این کتاب\u200Cها خوب است",
        "خانه های بزرگ|خانه\u200Cهای بزرگ",
        "برنامههای تازه|برنامه\u200Cهای تازه",
        "کار های تازه را دید|کارهای تازه را دید",
        "آن ها گفته اند که رفته ایم|آن\u200Cها گفته\u200Cاند که رفته\u200Cایم",
        "گفتهاند که میآید|گفته\u200Cاند که می\u200Cآید",
        "بزرگ ترین شهر|بزرگ\u200Cترین شهر",
        "تلاش شان بیهوده بود|تلاش\u200Cشان بیهوده بود",
        // Wrong signs, doubled and dangling.
        "می\u200C\u200Cرود|می\u200Cرود",
        "می\u00ACرود|می\u200Cرود",
        "می\u200Bرود|می\u200Cرود",
        "می\u200Eرود|می\u200Cرود",
        "کتاب\u200C خوب است|کتاب خوب است",
        "کتاب\u200C ها خوب است|کتاب\u200Cها خوب است",
        "مي روم به كتابخانه|می\u200Cروم به کتابخانه",
        // Signs and stretching stay.
        "مــی رَوم|مــی\u200Cرَوم",
      })
  void halfSpacesComeBackByGrammar(String text, String repaired) {
    assertEquals(repaired, repaired(text, Attested.nothing()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "تنها راه انتهای این خیابان نهایی است",
        "آنها و اینها در میدان میوه و میان میز بودند",
        "فقها و دفتر و دختر و مشتری و کمتر و بهتر",
        "دانشگاهی در راهی که گروهی رفتند، اتهام و ابهام و الهام",
        "اشتباهات و تنبیهات و جهات",
        "روز ۲۵ می ۲۰۲۰ بود",
        "می\u200Cروم به خانه\u200Cهای آن\u200Cها",
        "کارهای تازه، روزها و سال\u200Cها",
        "سلام، دنیا! خوبی؟ (بله) «آری»؛ ساعت ۱۲:۳۰ و ۱۲٫۵ درصد...",
        "ه.ش و ق.م و دکتر م.ر رفت",
        "«کیهان»ی تازه",
        "حضرت رضا(ع) آمد",
        "این ۴.۷.۲ نسخه است و ۱،۰۰۰ تا",
        "نشانی example.org/می روم و a@b.ir و #می_روم",
        "عدد 12 و 13 و 14",
        "تلفن iPhone 12 و COVID-19 و F16 در سال ۱۳۹۹ و ۱۴۰۰",
        "الجزيرة قالت إن الحكومة في بيان على هذا",
        "The book is on the table , and 5 more",
        "ها ها ها",
        "خوب بود :) و بد بود ;) و بعد",
        "با .NET و فایل .html کار شد",
        "حضرت محمد ﷺ فرمود",
        "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ",
      })
  void goodTextIsLeftAlone(String text) {
    assertEquals(List.of(), SpellingCheck.check(text, Attested.nothing()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "سلام ، دنیا|سلام، دنیا|MARK_SPACE",
        "سلام،دنیا|سلام، دنیا|MARK_SPACE",
        "سلام ،دنیا|سلام، دنیا|MARK_SPACE",
        "خوبی ؟ بله|خوبی؟ بله|MARK_SPACE",
        "گفت : نه|گفت: نه|MARK_SPACE",
        "گفت:نه|گفت: نه|MARK_SPACE",
        "او رفت .|او رفت.|MARK_SPACE",
        "او رفت.دیگران ماندند|او رفت. دیگران ماندند|MARK_SPACE",
        "این « کتاب » خوب|این «کتاب» خوب|MARK_SPACE",
        "این ( کتاب ) خوب|این (کتاب) خوب|MARK_SPACE",
        "او رفت , و ماند|او رفت, و ماند|MARK_SPACE",
        "خوبی؟؟|خوبی؟|DOUBLED_MARK",
        "خوبی ؟؟|خوبی؟|MARK_SPACE",
        "خوبی????|خوبی?|DOUBLED_MARK",
        "سلام،، دنیا|سلام، دنیا|DOUBLED_MARK",
        "سلام  دنیا|سلام دنیا|DOUBLED_SPACE",
        "سال ۱۳۹۹ و ۱۴۰۰ و 1401 بود|سال ۱۳۹۹ و ۱۴۰۰ و ۱۴۰۱ بود|DIGIT",
        "سال ١٣٩٩ بود|سال ۱۳۹۹ بود|DIGIT",
        "كتاب علي|کتاب علی|LETTER",
        "کتاب \uFEF3\uFEEA|کتاب یه|LETTER",
      })
  void marksDigitsAndLettersAreRepaired(String text, String repaired, Rule rule) {
    List<SpellingProposal> proposals = SpellingCheck.check(text, Attested.nothing());
    assertEquals(repaired, SpellingCheck.apply(text, proposals));
    assertEquals(
        Set.of(rule), proposals.stream().map(SpellingProposal::rule).collect(Collectors.toSet()));
  }

  @Test
  void theArchiveDecidesOnCompounds() {
    Attested archive =
        archive(
            Map.of(
                "پیش\u200Cبینی",
                40,
                "پیش بینی",
                2,
                "لیگ\u200Cبرتر",
                30,
                "لیگ برتر",
                900,
                "گفت\u200Cو\u200Cگو",
                50,
                "گفت و گو",
                3));
    assertEquals(
        "پیش\u200Cبینی لیگ برتر در گفت\u200Cو\u200Cگو",
        repaired("پیش بینی لیگ برتر در گفت و گو", archive));
    assertEquals("پیش\u200Cبینی\u200Cهای او", repaired("پیشبینیهای او", archive));
    assertEquals("پیش بینی", repaired("پیش بینی", Attested.nothing()));
  }

  @Test
  void theArchiveTellsTwoReadingsApart() {
    assertEquals(
        "خانه\u200Cای بزرگ",
        repaired("خانهای بزرگ", archive(Map.of("خانه\u200Cای", 30, "خانه", 200))));
    assertEquals(
        "خان\u200Cهای بزرگ",
        repaired("خانهای بزرگ", archive(Map.of("خان\u200Cهای", 30, "خان", 200))));
    assertEquals("تورهای ماهی", repaired("تورهای ماهی", archive(Map.of("تور", 50, "توره", 1))));
  }

  @Test
  void theArchiveKnowsWhatIsOneWord() {
    assertEquals(
        "در لیگ برتر",
        repaired("در لیگ بر\u200Cتر", archive(Map.of("برتر", 5000, "بر\u200Cتر", 2))));
    assertEquals(
        "آنها رفتند", repaired("آنها رفتند", archive(Map.of("آنها", 900, "آن\u200Cها", 90))));
  }

  @Test
  void aCarefulTextIsBelievedOnCompounds() {
    Attested archive = archive(Map.of("پیش\u200Cبینی", 40, "پیش بینی", 5));
    assertTrue(repaired("پیش بینی شد", archive).startsWith("پیش\u200Cبینی"));
    String careful = "می\u200Cروم، می\u200Cآیم و خانه\u200Cها را می\u200Cبینم. پیش بینی شد";
    assertEquals(careful, repaired(careful, archive));
  }

  @Test
  void proposalsTellWhatTheyRepair() {
    String text = "سلام ، كتاب ها";
    List<SpellingProposal> proposals = SpellingCheck.check(text, Attested.nothing());
    assertEquals(2, proposals.size());
    SpellingProposal comma = proposals.get(0);
    assertEquals(new SpellingProposal(4, 6, " ،", "،", Rule.MARK_SPACE, comma.confidence()), comma);
    SpellingProposal words = proposals.get(1);
    assertEquals(
        new SpellingProposal(7, 14, "كتاب ها", "کتاب\u200Cها", Rule.HALF_SPACE, words.confidence()),
        words);
    assertEquals(
        "سلام، كتاب ها", SpellingCheck.apply(text, List.of(comma)), "One may be accepted alone");
    assertEquals("halfSpace", Rule.HALF_SPACE.code());
  }

  @Test
  void proposalsForAnotherTextAreRefused() {
    List<SpellingProposal> proposals = SpellingCheck.check("سلام  دنیا ؟", Attested.nothing());
    assertThrows(IllegalArgumentException.class, () -> SpellingCheck.apply("سلام دنیا", proposals));
    assertThrows(
        IllegalArgumentException.class,
        () -> SpellingCheck.apply("سلام  دنیا ؟", List.of(proposals.get(1), proposals.get(0))));
  }

  @Test
  void theArchiveIsAskedOnce() {
    AtomicInteger asked = new AtomicInteger();
    Attested archive =
        spellings -> {
          asked.incrementAndGet();
          return Map.of();
        };
    SpellingCheck.check("به خانه می روم. کتاب ها را میآورم.\nو باز می گردم", archive);
    assertEquals(1, asked.get());
    SpellingCheck.check("Nothing Persian here , at all", archive);
    SpellingCheck.check("", archive);
    assertEquals(1, asked.get());
  }

  @Test
  void onlyCarefulArticlesAttestSpaces() {
    String careful = "می\u200Cرود و می\u200Cآید. کتاب\u200Cها و پیش بینی سال";
    Set<String> attested = SpellingCheck.attestedSpellings(careful);
    assertTrue(attested.containsAll(Set.of("می\u200Cرود", "کتاب\u200Cها", "پیش بینی", "سال")));
    assertFalse(attested.contains("رود و"), "Words of the language are in no compound");
    assertEquals(
        Set.of("پیش\u200Cبینی"),
        SpellingCheck.attestedSpellings("می رود و می آید. کتاب ها و پيش\u200Cبيني سال"));
    assertEquals(Set.of(), SpellingCheck.attestedSpellings("The book , at all"));
  }

  @Test
  void questionsAreOfTheFormThatArticlesAttest() {
    String lost = "پيش بيني سال";
    Set<String> attested =
        SpellingCheck.attestedSpellings(
            "می\u200Cرود و می\u200Cآید و می\u200Cماند. پیش\u200Cبینی سال");
    Map<String, Integer> archive = new HashMap<>();
    attested.forEach(spelling -> archive.put(spelling, 20));
    assertEquals("پیش\u200Cبینی سال", repaired(lost, archive(archive)));
  }

  private static String repaired(String text, Attested archive) {
    return SpellingCheck.apply(text, SpellingCheck.check(text, archive));
  }

  private static Attested archive(Map<String, Integer> articles) {
    return spellings ->
        articles.entrySet().stream()
            .filter(entry -> spellings.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
