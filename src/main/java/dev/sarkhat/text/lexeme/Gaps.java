package dev.sarkhat.text.lexeme;

import dev.sarkhat.text.CodePoints;

/** What stands between two words. */
final class Gaps {

  private static final int MAXIMUM_LENGTH = 6;

  private Gaps() {}

  /** Nothing but spaces of one line: an affix may have been torn off. */
  static boolean isSpace(String text, int start, int end) {
    if (end - start > MAXIMUM_LENGTH) {
      return false;
    }
    for (int index = start; index < end; index++) {
      char character = text.charAt(index);
      boolean lineBreak = character == '\n' || character == '\r' || character == '\u2029';
      if (lineBreak || !(CodePoints.isWhiteSpace(character) || isUnseen(character))) {
        return false;
      }
    }
    return true;
  }

  static boolean hasSpace(String text, int start, int end) {
    for (int index = start; index < end; index++) {
      if (CodePoints.isWhiteSpace(text.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  /** Spaces, or one sign without a space, as in «کووید-۱۹», «U.S.» and «۱۲٬۵۴۳». */
  static boolean mayBeWithin(String text, int start, int end) {
    return end - start == 1 && text.charAt(start) != '\n' || isSpace(text, start, end);
  }

  private static boolean isUnseen(char character) {
    return Folding.of(character) == Folding.HALF_SPACE || CodePoints.isIgnorable(character);
  }
}
