package dev.sarkhat.text.lexeme;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.LineBreak;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import dev.sarkhat.text.CodePoints;
import dev.sarkhat.text.MatchKey;

/**
 * What a character is to a search: one letter or digit for all that are one to a reader, a boundary
 * inside a word, a boundary between words, or nothing.
 */
final class Folding {

  /** Between two words. */
  static final int SEPARATOR = -1;

  /** Not read: a vowel sign, a tatweel, a bidi control. */
  static final int NOTHING = -2;

  /** Between two parts of one word: a half-space and what is typed or converted for it. */
  static final int HALF_SPACE = -3;

  /** More than one letter, see {@link #letters}. */
  static final int SEVERAL = -4;

  /** Kept before و, since مسئول is also written مسؤول, and پمپئو is also written پمپیو. */
  static final int YEH_WITH_HAMZA = 0x0626;

  static final int HAMZA_ABOVE = 0x0654;
  static final int YEH = 0x06CC;

  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

  private static final int SOFT_HYPHEN = 0x00AD;
  private static final int NOT_SIGN = 0x00AC;

  /** Inside a word they were put for a half-space. */
  private static final int LEFT_TO_RIGHT_MARK = 0x200E;

  private static final int RIGHT_TO_LEFT_MARK = 0x200F;
  private static final int RIGHT_QUOTE = 0x2019;
  private static final int MODIFIER_APOSTROPHE = 0x02BC;

  /** Everything up to the end of the Arabic block and its neighbours, looked up. */
  private static final int[] TABLE = table();

  private Folding() {}

  private static int[] table() {
    int[] table = new int[0x0800];
    for (int codePoint = 0; codePoint < table.length; codePoint++) {
      table[codePoint] = computed(codePoint);
    }
    return table;
  }

  /** A folded code point, or one of the constants above. */
  static int of(int codePoint) {
    return codePoint < TABLE.length ? TABLE[codePoint] : computed(codePoint);
  }

  private static int computed(int codePoint) {
    switch (codePoint) {
      case CodePoints.ZWNJ,
          CodePoints.ZERO_WIDTH_SPACE,
          SOFT_HYPHEN,
          NOT_SIGN,
          LEFT_TO_RIGHT_MARK,
          RIGHT_TO_LEFT_MARK -> {
        return HALF_SPACE;
      }
      case '\'', RIGHT_QUOTE, MODIFIER_APOSTROPHE -> {
        return HALF_SPACE;
      }
      case YEH_WITH_HAMZA -> {
        return YEH_WITH_HAMZA;
      }
      default -> {
        if (isHangulSyllable(codePoint)
            || UCharacter.hasBinaryProperty(codePoint, UProperty.UNIFIED_IDEOGRAPH)) {
          return codePoint;
        }
      }
    }
    String letters = letters(codePoint);
    if (letters.isEmpty()) {
      return isSeparator(codePoint) ? SEPARATOR : NOTHING;
    }
    int first = letters.codePointAt(0);
    return Character.charCount(first) == letters.length() ? first : SEVERAL;
  }

  /** All letters and digits that a character stands for, such as the two of a ligature. */
  static String letters(int codePoint) {
    StringBuilder letters = new StringBuilder();
    NFKD.normalize(Character.toString(codePoint))
        .codePoints()
        .filter(each -> !isAccent(each))
        .forEach(letters::appendCodePoint);
    StringBuilder result = new StringBuilder();
    NFKD.normalize(UCharacter.foldCase(letters.toString(), true))
        .codePoints()
        .map(Folding::letter)
        .filter(each -> each >= 0)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static int letter(int codePoint) {
    int folded = MatchKey.folded(codePoint);
    if (folded < 0 || folded == MODIFIER_APOSTROPHE || isAccent(folded)) {
      return NOTHING;
    }
    return isRead(folded) ? folded : SEPARATOR;
  }

  private static boolean isRead(int codePoint) {
    return UCharacter.isLetter(codePoint)
        || CodePoints.isNumber(codePoint)
        || CodePoints.isCombiningMark(codePoint);
  }

  private static boolean isSeparator(int codePoint) {
    return !CodePoints.isHaraka(codePoint)
        && !CodePoints.isIgnorable(codePoint)
        && !CodePoints.isCombiningMark(codePoint)
        && !UCharacter.isLetter(codePoint)
        && codePoint != CodePoints.TATWEEL;
  }

  /** Accents of Latin, Greek and Cyrillic; the marks of other scripts are letters to a reader. */
  private static boolean isAccent(int codePoint) {
    return CodePoints.isCombiningMark(codePoint)
        && UScript.getScript(codePoint) == UScript.INHERITED
        && !isVoicedSoundMark(codePoint);
  }

  /** They make が of か. */
  private static boolean isVoicedSoundMark(int codePoint) {
    return codePoint == 0x3099 || codePoint == 0x309A;
  }

  private static boolean isHangulSyllable(int codePoint) {
    return codePoint >= 0xAC00 && codePoint <= 0xD7A3;
  }

  /**
   * Whether each letter is a word of its own for want of spaces: ideographs, Hiragana, and the
   * scripts of South East Asia that are written without spaces.
   */
  static boolean standsAlone(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    return UCharacter.hasBinaryProperty(codePoint, UProperty.IDEOGRAPHIC)
        || UScript.getScript(codePoint) == UScript.HIRAGANA
        || UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK)
            == LineBreak.COMPLEX_CONTEXT;
  }

  /** Whether this folded letter is of the Arabic script, whose words take Persian affixes. */
  static boolean isArabic(int folded) {
    return folded >= 0x0620 && folded <= 0x08FF;
  }
}
