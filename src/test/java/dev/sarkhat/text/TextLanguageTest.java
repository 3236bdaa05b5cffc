package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.TestData;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "همکاری\u200Cهای ایران و روسیه گسترش می\u200Cیابد|fa",
        "رئيس جمهور در اين مراسم به كشاورزان اشاره كرد|fa",
        "آیفون iPhone در ایران|fa",
        "وقال الرئيس إن الحكومة ستواصل العمل على هذا المشروع|ar",
        "الجزيرة|ar",
        "وزیر اعظم نے کہا ہے کہ یہ منصوبہ جلد مکمل ہو گا|ur",
        "سەرۆکی حکومەت لەگەڵ وەزیران کۆبووەوە|ckb",
        "ولسمشر وویل چې دا پروژه به ډېر ژر بشپړه شي|ps",
        "The president said that the plan is ready|en",
        "Le président a dit que les travaux sont finis dans la ville|fr",
        "Der Präsident sagte, dass die Arbeit nicht fertig ist|de",
        "El presidente dijo que los trabajos del plan por fin terminan|es",
        "Cumhurbaşkanı ve bakanlar için bir toplantı daha|tr",
        "Sarkhat|und",
        "Президент сказал, что план готов|ru",
        "Президент сказав, що її план готовий|uk",
        "ο πρόεδρος είπε|el",
        "הנשיא אמר|he",
        "大統領は計画が準備できたと述べた|ja",
        "总统说计划已经准备好了|zh",
        "대통령은 계획이 준비되었다고 말했다|ko",
        "۱۲۳ - 456!|und",
        "''|und",
      })
  void languagesAreTold(String text, String lang) {
    assertEquals(lang, TextLanguage.of(text));
  }

  @Test
  void oneLongAddressDoesNotOutvoteASentence() {
    assertEquals(
        "fa", TextLanguage.of("نشانی تازه سایت: https://example.org/the/way/of/all/the/things"));
  }

  @Test
  void newsIsPersian() throws IOException {
    List<String> leads =
        TestData.news().stream()
            .filter(article -> article.hasNonNull("lead"))
            .map(article -> article.get("lead").asText())
            .filter(lead -> lead.split(" ", -1).length >= 8)
            .toList();
    long persian = leads.stream().filter(lead -> TextLanguage.of(lead).equals("fa")).count();
    assertTrue(persian >= 0.998 * leads.size(), () -> persian + " of " + leads.size());
  }

  @Property
  @Domain(Texts.class)
  void noTextIsTooStrange(@ForAll String text) {
    assertTrue(LanguageTag.isValid(TextLanguage.of(text)));
  }
}
