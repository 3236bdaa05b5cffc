package dev.sarkhat.text.spelling;

import dev.sarkhat.text.CodePoints;
import dev.sarkhat.text.PersianLetters;
import java.util.ArrayList;
import java.util.List;

/**
 * The characters of a word: Arabic letters, and half-spaces that are doubled or of another sign.
 */
final class Letters {

  private static final double LETTER_CONFIDENCE = 0.99;
  private static final double HALF_SPACE_CONFIDENCE = 0.99;

  private Letters() {}

  static List<Edit> edits(String text, Word word) {
    List<Edit> edits = new ArrayList<>();
    boolean arabic = isArabic(text, word);
    int index = word.start();
    while (index < word.end()) {
      char character = text.charAt(index);
      if (Word.isHalfSpace(character)) {
        int end = index + 1;
        while (end < word.end() && Word.isHalfSpace(text.charAt(end))) {
          end++;
        }
        boolean dangling = index == word.start() || end == word.end();
        String right = dangling ? "" : Word.HALF_SPACE;
        if (!text.substring(index, end).equals(right)) {
          edits.add(new Edit(index, end, right, Rule.HALF_SPACE, HALF_SPACE_CONFIDENCE));
        }
        index = end;
        continue;
      }
      String right =
          character < Word.FIRST_PRESENTATION_FORM
              ? String.valueOf((char) PersianLetters.persian(character))
              : Word.letters(character);
      // «ﷺ» is a sign of its own.
      boolean letter = right.length() == 1 || right.length() == 2;
      if (!arabic && letter && right.charAt(0) != character) {
        edits.add(new Edit(index, index + 1, right, Rule.LETTER, LETTER_CONFIDENCE));
      }
      index++;
    }
    return edits;
  }

  /** A word with teh marbuta, or with vowel signs throughout, is quoted Arabic. */
  static boolean isArabic(String text, Word word) {
    int signs = 0;
    for (int index = word.start(); index < word.end(); index++) {
      char character = text.charAt(index);
      if (character == 'ة') {
        return true;
      }
      signs += CodePoints.isHaraka(character) ? 1 : 0;
    }
    return signs >= 3;
  }
}
