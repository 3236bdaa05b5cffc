package dev.sarkhat.text;

import com.ibm.icu.util.ULocale;

/** The base direction of a text: the values of {@code dir} in HTML and in this API. */
public enum TextDirection {
  /** Left to right. */
  LTR("ltr"),
  /** Right to left. */
  RTL("rtl");

  private final String value;

  TextDirection(String value) {
    this.value = value;
  }

  /**
   * The direction of the script in which a language is written: the script subtag where there is
   * one ({@code ku-Latn}), else the likely script of the language and region (Unicode CLDR).
   *
   * @param lang a BCP 47 tag; one that is unknown or malformed is left to right
   */
  public static TextDirection of(String lang) {
    // What nearly every text carries needs no parsing, which takes microseconds a text.
    return switch (lang) {
      case "fa" -> RTL;
      case "en" -> LTR;
      default -> ofScript(lang);
    };
  }

  private static TextDirection ofScript(String lang) {
    ULocale locale = ULocale.forLanguageTag(lang);
    // CLDR knows Dari as fa-AF only and has no likely script for its own code.
    boolean dari = locale.getLanguage().equals("prs") && locale.getScript().isEmpty();
    return dari || locale.isRightToLeft() ? RTL : LTR;
  }

  /** {@code ltr} or {@code rtl}. */
  public String value() {
    return value;
  }

  /** The same as {@link #value}. */
  @Override
  public String toString() {
    return value;
  }
}
