package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fa",
        "FA",
        "ckb",
        "fa-IR",
        "az-Arab",
        "az-Arab-IR",
        "es-419",
        "zh-cmn-Hans-CN",
        "sl-rozaj-biske-1994",
        "de-CH-1901",
        "fa-u-nu-latn",
        "en-a-myext-b-another",
        "fa-x-private",
        "qaa-Qaaa-QM-x-southern"
      })
  void wellFormedTagsAreValid(String tag) {
    assertTrue(LanguageTag.isValid(tag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "f",
        "fars",
        "farsi",
        "fa_IR",
        "fa-",
        "-fa",
        "fa--IR",
        "fa-I",
        "fa-IRN-",
        "fa IR",
        "fa-IR-u",
        "fa-x",
        "x-private",
        "i-klingon",
        "12",
        "\u0641\u0627",
        "fa\n",
        "f\u0131",
        "fa-123456789",
        "fa-aaaaaaaa-bbbbbbbb-cccccccc-dddddd",
        "\u212Ao"
      })
  void othersAreNot(String tag) {
    assertFalse(LanguageTag.isValid(tag));
  }

  @Test
  void oneCaseIsCanonical() {
    assertEquals("fa", LanguageTag.canonical("FA"));
    assertEquals("az-Arab-IR", LanguageTag.canonical("AZ-arab-ir"));
  }
}
