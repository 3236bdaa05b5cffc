package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Brings entering text into the one form in which it is stored.
 *
 * <p>Only what no reader sees is changed: Unicode normalisation form C (UAX #15); the Arabic yeh
 * and kaf in languages that are written with Persian letters (fa, prs, ckb and their neighbours,
 * never ar, ps or ur); byte order marks; repeated and dangling half-spaces (ZWNJ); white space.
 * Digits, spelling, the space before a comma and lost half-spaces stay as typed, since a repair is
 * the editor's decision.
 *
 * <p>Both methods answer for every string without an exception, also for one that may not be stored
 * ({@link StorableText}), and leave their own results unchanged.
 */
public final class TextNormalizer {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private TextNormalizer() {}

  /**
   * A text of one line: a title, a name, a tag. Line breaks are white space, bidi controls go, and
   * so does the tatweel that stretches a word. A tatweel typed for a dash («سپیدرود ۱ ـ ذوب آهن ۲»,
   * «کوویدـ۱۹») stays: without it the line would say something else.
   *
   * @param text what was typed or scraped
   * @param lang the BCP 47 tag of its language
   */
  public static String line(String text, String lang) {
    String letters = letters(without(text, true), lang);
    return NFC.normalize(withSingleSpaces(withHalfSpaces(withoutStretching(letters)), false));
  }

  /**
   * A text of several lines or paragraphs. Line breaks are kept (each as {@code \n}, without white
   * space around it), and so are bidi controls and tatweel, which an author may mean.
   *
   * <p>White space at the ends goes: give it whole paragraphs, not the parts of one around a link.
   *
   * @param text what was typed or scraped
   * @param lang the BCP 47 tag of its language
   */
  public static String prose(String text, String lang) {
    String letters = letters(without(text, false).replace("\r\n", "\n"), lang);
    return NFC.normalize(withSingleSpaces(withHalfSpaces(letters), true));
  }

  private static String without(String text, boolean bidiControls) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .filter(codePoint -> codePoint != CodePoints.BYTE_ORDER_MARK)
        .filter(codePoint -> !bidiControls || !CodePoints.isBidiControl(codePoint))
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** Composes before it replaces: a yeh with a combining hamza is ئ and keeps its hamza. */
  private static String letters(String text, String lang) {
    String composed = NFC.normalize(text);
    return PersianLetters.areUsedIn(lang) ? PersianLetters.persian(composed) : composed;
  }

  private static String withoutStretching(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int index = 0;
    while (index < text.length()) {
      if (text.charAt(index) != CodePoints.TATWEEL) {
        int codePoint = text.codePointAt(index);
        result.appendCodePoint(codePoint);
        index += Character.charCount(codePoint);
        continue;
      }
      int end = index;
      while (end < text.length() && isTatweelOrHalfSpace(text.charAt(end))) {
        end++;
      }
      String run = text.substring(index, end);
      boolean stretches = stretches(lastVisible(result), codePointAt(text, end));
      result.append(stretches ? run.replace("\u0640", "") : run);
      index = end;
    }
    return result.toString();
  }

  /** A tatweel at a letter stretches it; one beside a digit or between spaces is used as a dash. */
  private static boolean stretches(int previous, int next) {
    if (UCharacter.isDigit(previous) || UCharacter.isDigit(next)) {
      return false;
    }
    boolean afterLetter = UCharacter.isLetter(previous) || CodePoints.isCombiningMark(previous);
    return afterLetter || UCharacter.isLetter(next);
  }

  private static boolean isTatweelOrHalfSpace(char character) {
    return character == CodePoints.TATWEEL || character == CodePoints.ZWNJ;
  }

  private static int lastVisible(CharSequence text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == CodePoints.ZWNJ) {
      end--;
    }
    return end == 0 ? CodePoints.NONE : Character.codePointBefore(text, end);
  }

  private static String withHalfSpaces(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      if (codePoint != CodePoints.ZWNJ) {
        result.appendCodePoint(codePoint);
        continue;
      }
      while (index < text.length() && text.charAt(index) == CodePoints.ZWNJ) {
        index++;
      }
      int previous =
          result.isEmpty() ? CodePoints.NONE : Character.codePointBefore(result, result.length());
      if (CodePoints.isVirama(previous)
          || (!endsWord(previous) && !endsWord(codePointAt(text, index)))) {
        result.appendCodePoint(CodePoints.ZWNJ);
      }
    }
    return result.toString();
  }

  private static boolean endsWord(int codePoint) {
    return codePoint == CodePoints.NONE
        || CodePoints.isWhiteSpace(codePoint)
        || CodePoints.isPunctuation(codePoint);
  }

  private static int codePointAt(String text, int index) {
    return index < text.length() ? text.codePointAt(index) : CodePoints.NONE;
  }

  private static String withSingleSpaces(String text, boolean keepLines) {
    StringBuilder result = new StringBuilder(text.length());
    StringBuilder lines = new StringBuilder();
    boolean space = false;
    for (int codePoint : text.codePoints().toArray()) {
      if (CodePoints.isWhiteSpace(codePoint)) {
        if (keepLines && isLineBreak(codePoint)) {
          lines.append('\n');
        }
        space = true;
        continue;
      }
      if (space && !result.isEmpty()) {
        result.append(lines.isEmpty() ? " " : lines);
      }
      lines.setLength(0);
      space = false;
      result.appendCodePoint(codePoint);
    }
    return result.toString();
  }

  /** LF, a lone CR, NEL, and the line and paragraph separators. */
  private static boolean isLineBreak(int codePoint) {
    return switch (codePoint) {
      case '\n', '\r', 0x0085, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }
}
