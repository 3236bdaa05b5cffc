package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDirectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fa",
        "FA",
        "fa-IR",
        "fas",
        "pes",
        "prs",
        "ar",
        "ckb",
        "he",
        "iw",
        "yi",
        "ps",
        "ur",
        "sd",
        "ug",
        "dv",
        "azb",
        "glk",
        "mzn",
        "lrc",
        "syr",
        "arc",
        "az-Arab",
        "ku-Arab",
        "pa-Arab",
        "en-Arab",
        "fa-u-nu-latn",
        "und-Hebr"
      })
  void languagesOfRightToLeftScripts(String lang) {
    assertEquals(TextDirection.RTL, TextDirection.of(lang));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en",
        "de",
        "tr",
        "az",
        "ku",
        "ku-Latn",
        "fa-Latn",
        "prs-Latn",
        "ar-Latn",
        "tg",
        "uz",
        "ru",
        "zh-Hant",
        "hi",
        "und",
        "",
        "-",
        "fa_IR-",
        "far-si-nonsense",
        "qqq"
      })
  void languagesOfOtherScriptsAndUnknownOnes(String lang) {
    assertEquals(TextDirection.LTR, TextDirection.of(lang));
  }

  @Property
  @Domain(Texts.class)
  void anyStringHasADirection(@ForAll String lang) {
    assertEquals(TextDirection.of(lang).value(), TextDirection.of(lang).toString());
  }

  @Test
  void valuesAreThoseOfHtml() {
    assertEquals("rtl", TextDirection.RTL.value());
    assertEquals("ltr", TextDirection.LTR.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "سلام دنیا|RTL",
        "Hello world|LTR",
        "iPhone ۱۵ معرفی شد|RTL",
        "نسخه Java 17 and Quarkus|LTR",
        "نشانی https://example.org/a/b/c/d|RTL",
        "Sarkhat سرخط|LTR",
        "سرخط Sarkhat|RTL",
        "۱۲۳ 456 !|LTR",
        "''|LTR",
        "\u200F123|LTR",
        "שלום|RTL",
      })
  void textsReadAsMostOfTheirWords(String text, TextDirection direction) {
    assertEquals(direction, TextDirection.ofText(text));
  }
}
