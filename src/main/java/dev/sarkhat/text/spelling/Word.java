package dev.sarkhat.text.spelling;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import dev.sarkhat.text.CodePoints;
import dev.sarkhat.text.PersianLetters;
import java.util.Arrays;

/** A Persian word as it stands in a text, and as it is compared. */
final class Word {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final char ZWNJ = CodePoints.ZWNJ;
  static final String HALF_SPACE = "\u200C";

  /** The Arabic presentation forms begin here. */
  static final char FIRST_PRESENTATION_FORM = 0xFB50;

  /** The letters that join to the one before but not to the one after. */
  private static final String NOT_JOINING = "اآأإٱدذرزژوؤةۀءە";

  private final int start;
  private final int end;
  private final String spelling;
  private final int[] places;

  private Word(int start, int end, String spelling, int[] places) {
    this.start = start;
    this.end = end;
    this.spelling = spelling;
    this.places = places;
  }

  static Word of(String text, int start, int end) {
    StringBuilder spelling = new StringBuilder(end - start);
    int[] places = new int[end - start];
    for (int index = start; index < end; index++) {
      String letters = compared(text.charAt(index));
      for (int letter = 0; letter < letters.length(); letter++) {
        int length = spelling.length();
        char next = letters.charAt(letter);
        if (next == ZWNJ && (length == 0 || spelling.charAt(length - 1) == ZWNJ)) {
          continue;
        }
        places = length == places.length ? Arrays.copyOf(places, 2 * length) : places;
        places[length] = index;
        spelling.append(next);
      }
    }
    if (!spelling.isEmpty() && spelling.charAt(spelling.length() - 1) == ZWNJ) {
      spelling.setLength(spelling.length() - 1);
    }
    return new Word(start, end, spelling.toString(), places);
  }

  /** What one character is compared as: mostly one, none for what is not compared. */
  private static String compared(char character) {
    if (isHalfSpace(character)) {
      return HALF_SPACE;
    }
    if (character == CodePoints.TATWEEL || CodePoints.isHaraka(character) || isUnseen(character)) {
      return "";
    }
    return character < FIRST_PRESENTATION_FORM
        ? String.valueOf((char) PersianLetters.persian(character))
        : letters(character);
  }

  /** The letters of a presentation form, of which some stand for a whole word. */
  static String letters(char presentationForm) {
    StringBuilder letters = new StringBuilder();
    NFKC.normalize(String.valueOf(presentationForm))
        .chars()
        .filter(letter -> isLetter(letter) && !CodePoints.isHaraka(letter))
        .forEach(letter -> letters.append((char) PersianLetters.persian(letter)));
    return letters.toString();
  }

  /** A half-space, or what is typed or left for one. */
  static boolean isHalfSpace(int codePoint) {
    return codePoint == ZWNJ
        || codePoint == CodePoints.ZERO_WIDTH_SPACE
        || codePoint == 0x00AC
        || codePoint == 0x00AD;
  }

  /** A joiner or a mark of direction, which leaves a word one word. */
  static boolean isUnseen(int codePoint) {
    return codePoint == 0x200D || codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x061C;
  }

  /** A letter or sign of the Arabic script in the basic plane. */
  static boolean isLetter(int codePoint) {
    return codePoint < 0x10000
        && (codePoint == CodePoints.TATWEEL
            || CodePoints.isHaraka(codePoint)
            || (codePoint >= 0x0620
                && UCharacter.isLetter(codePoint)
                && UScript.getScript(codePoint) == UScript.ARABIC));
  }

  /** Whether a letter after this one would be joined to it, were no half-space between them. */
  static boolean joins(char letter) {
    return NOT_JOINING.indexOf(letter) < 0;
  }

  /** Where it begins in the text. */
  int start() {
    return start;
  }

  /** Where it ends, exclusive. */
  int end() {
    return end;
  }

  /**
   * The word in Persian letters without vowel signs and tatweel, every half-space a single ZWNJ,
   * none at the ends; may be empty.
   */
  String spelling() {
    return spelling;
  }

  /** Where a code unit of the spelling stands in the text. */
  int place(int letter) {
    return places[letter];
  }

  boolean hasHalfSpace() {
    return spelling.indexOf(ZWNJ) >= 0;
  }

  /** Whether no letter is in it, only half-spaces or signs. */
  boolean isEmpty() {
    return spelling.isEmpty();
  }
}
