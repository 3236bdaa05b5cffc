package dev.sarkhat.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.util.ULocale;

/** The base direction of a text: the values of {@code dir} in HTML and in this API. */
public enum TextDirection {
  /** Left to right. */
  @JsonProperty("ltr")
  LTR("ltr"),
  /** Right to left. */
  @JsonProperty("rtl")
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

  /**
   * The direction in which a text reads, by its letters.
   *
   * <p>Each word votes by its first strong character (UAX #9), so that «iPhone ۱۵ معرفی شد» is
   * right to left, which the first strong character of the whole (rules P2 and P3) gets wrong, and
   * one long address does not outvote a sentence. As many votes on both sides leave it to that
   * first character; a text without any is left to right.
   */
  public static TextDirection ofText(String text) {
    int rightToLeft = 0;
    int leftToRight = 0;
    TextDirection first = LTR;
    boolean voted = false;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      if (CodePoints.isWhiteSpace(codePoint)) {
        voted = false;
        continue;
      }
      int type = UCharacter.getDirection(codePoint);
      boolean right =
          type == UCharacterDirection.RIGHT_TO_LEFT
              || type == UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
      if (voted
          || CodePoints.isIgnorable(codePoint)
          || (!right && type != UCharacterDirection.LEFT_TO_RIGHT)) {
        continue;
      }
      voted = true;
      first = leftToRight + rightToLeft == 0 && right ? RTL : first;
      rightToLeft += right ? 1 : 0;
      leftToRight += right ? 0 : 1;
    }
    return rightToLeft == leftToRight ? first : rightToLeft > leftToRight ? RTL : LTR;
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
