package dev.sarkhat.text;

import com.ibm.icu.lang.UScript;

/** How long reading a text takes. */
public final class ReadingTime {

  private static final int WORDS_PER_MINUTE = 200;
  private static final int QUARTERS = 4;

  /** The first ideographs and kana are not before this. */
  private static final int FIRST_UNPARTED = 0x2E80;

  private ReadingTime() {}

  /**
   * Whole minutes at 200 words a minute, rounded up; 0 for a text without a word. Words are what
   * stands between white space, so a half-space does not part them. Where words are not parted, in
   * Chinese and Japanese, two ideographs or four kana count as one.
   */
  public static int minutes(String text) {
    int quarters = 0;
    boolean insideWord = false;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      boolean whiteSpace = CodePoints.isWhiteSpace(codePoint);
      int unparted = quarters(codePoint);
      quarters += !whiteSpace && !insideWord && unparted == 0 ? QUARTERS : unparted;
      insideWord = !whiteSpace;
    }
    int quartersPerMinute = WORDS_PER_MINUTE * QUARTERS;
    return (quarters + quartersPerMinute - 1) / quartersPerMinute;
  }

  /** Quarters of a word that one character of an unparted script counts. */
  private static int quarters(int codePoint) {
    if (codePoint < FIRST_UNPARTED) {
      return 0;
    }
    return switch (UScript.getScript(codePoint)) {
      case UScript.HAN -> 2;
      case UScript.HIRAGANA, UScript.KATAKANA -> 1;
      default -> 0;
    };
  }
}
