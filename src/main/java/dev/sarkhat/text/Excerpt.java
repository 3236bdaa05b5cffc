package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/** The beginning of a text, cut between two words and marked as cut by an ellipsis. */
public final class Excerpt {

  private static final String ELLIPSIS = "\u2026";

  private Excerpt() {}

  /**
   * The text itself if it fits, else as many whole words as fit with {@code …} after them.
   *
   * <p>Words end at white space, not at a half-space. A comma, a full stop, a dash, an opening
   * bracket or an ellipsis before the cut goes. If not even the first word fits, it is cut between
   * two grapheme clusters (UAX #29).
   *
   * @param maximumLength the longest result, in UTF-16 code units, the ellipsis included
   * @throws IllegalArgumentException if the maximum length is less than 1
   */
  public static String of(String text, int maximumLength) {
    if (maximumLength < 1) {
      throw new IllegalArgumentException("The maximum length must be at least 1");
    }
    if (text.length() <= maximumLength) {
      return text;
    }
    Graphemes graphemes = new Graphemes(text);
    int available = maximumLength - ELLIPSIS.length();
    int end = endOfWords(text, available, graphemes);
    if (end == 0) {
      end = trimmed(text, graphemes.lastBoundaryUpTo(available), graphemes);
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  private static int endOfWords(String text, int available, Graphemes graphemes) {
    for (int index = available; index > 0; index--) {
      if (CodePoints.isWhiteSpace(text.charAt(index)) && graphemes.isBoundary(index)) {
        return trimmed(text, index, graphemes);
      }
    }
    return 0;
  }

  private static int trimmed(String text, int end, Graphemes graphemes) {
    int index = end;
    while (index > 0) {
      int last = text.codePointBefore(index);
      int start = index - Character.charCount(last);
      // A half-space belongs to the cluster before it but shows nothing at the end of a word.
      boolean dangling = last == CodePoints.ZWNJ;
      if (!dangling && !(leadsOn(last) && graphemes.isBoundary(start))) {
        return index;
      }
      index = start;
    }
    return 0;
  }

  /** White space, and punctuation that a reader expects something after. */
  private static boolean leadsOn(int codePoint) {
    return switch (codePoint) {
      case ',', 0x060C, ';', 0x061B, ':', '.', 0x06D4, 0x2026, '/', CodePoints.TATWEEL -> true;
      default -> {
        int type = UCharacter.getType(codePoint);
        yield CodePoints.isWhiteSpace(codePoint)
            || type == UCharacterCategory.DASH_PUNCTUATION
            || type == UCharacterCategory.START_PUNCTUATION
            || type == UCharacterCategory.INITIAL_PUNCTUATION;
      }
    };
  }
}
