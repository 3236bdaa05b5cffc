package dev.sarkhat.text;

/** How long reading a text takes. */
public final class ReadingTime {

  private static final int WORDS_PER_MINUTE = 200;

  private ReadingTime() {}

  /**
   * Whole minutes at 200 words a minute, rounded up; 0 for a text without a word. Words are what
   * stands between white space, so a half-space does not part them.
   */
  public static int minutes(String text) {
    int words = 0;
    boolean insideWord = false;
    for (int index = 0; index < text.length(); index++) {
      // No white space lies outside the basic plane, so the code units tell it all.
      boolean whiteSpace = CodePoints.isWhiteSpace(text.charAt(index));
      if (!whiteSpace && !insideWord) {
        words++;
      }
      insideWord = !whiteSpace;
    }
    return (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;
  }
}
