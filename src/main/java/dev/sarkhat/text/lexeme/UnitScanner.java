package dev.sarkhat.text.lexeme;

import com.ibm.icu.text.Normalizer2;
import dev.sarkhat.text.CodePoints;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into words and their parts, as they are typed. */
final class UnitScanner {

  /** More is no word: a unit ends there, and the next begins. */
  private static final int MAXIMUM_PARTS = 16;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private enum Kind {
    NONE,
    ARABIC,
    OTHER,
    ALONE
  }

  private final String text;
  private final List<Unit> units = new ArrayList<>();

  private final StringBuilder part = new StringBuilder();
  private final List<String> parts = new ArrayList<>();
  private Kind kind = Kind.NONE;
  private int start;
  private int end;

  /** Where the character is that the last letter was of: a ligature is not split. */
  private int last = -1;

  UnitScanner(String text) {
    this.text = text;
  }

  List<Unit> units() {
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      int next = index + Character.charCount(codePoint);
      read(codePoint, index, next);
      index = next;
    }
    endUnit();
    return units;
  }

  private void read(int codePoint, int index, int next) {
    int folded = Folding.of(codePoint);
    switch (folded) {
      case Folding.NOTHING -> readNothing(codePoint, next);
      case Folding.HALF_SPACE -> endPart();
      case Folding.SEPARATOR -> endUnit();
      case Folding.SEVERAL -> {
        String letters = Folding.letters(codePoint);
        for (int at = 0;
            at < letters.length();
            at += Character.charCount(letters.codePointAt(at))) {
          readLetter(letters.codePointAt(at), index, next);
        }
      }
      default -> readLetter(folded, index, next);
    }
  }

  private void readNothing(int codePoint, int next) {
    if (codePoint == CodePoints.TATWEEL
        && !part.isEmpty()
        && isDigit(part.charAt(part.length() - 1))) {
      // Used as a dash: ۱۱ـ۲۳.
      endUnit();
    } else if (kind != Kind.NONE && !CodePoints.isIgnorable(codePoint)) {
      if (codePoint == Folding.HAMZA_ABOVE && endsWith(Folding.YEH)) {
        part.setCharAt(part.length() - 1, (char) Folding.YEH_WITH_HAMZA);
      }
      end = next;
    }
  }

  private void readLetter(int letter, int index, int next) {
    boolean mark = letter >= 0x0300 && CodePoints.isCombiningMark(letter);
    if (!mark || kind == Kind.NONE) {
      Kind its = kindOf(letter);
      boolean sameCharacter = index == last;
      if (kind != Kind.NONE
          && !sameCharacter
          && (its != kind || its == Kind.ALONE || parts.size() >= MAXIMUM_PARTS)) {
        endUnit();
      }
      if (kind == Kind.NONE) {
        start = index;
        kind = its;
      }
    }
    end = next;
    last = index;
    if (part.length() < Lexemes.MAXIMUM_LENGTH) {
      append(letter);
    }
  }

  private void append(int letter) {
    if (endsWith(Folding.YEH_WITH_HAMZA) && letter != 'و') {
      part.setCharAt(part.length() - 1, (char) Folding.YEH);
    }
    part.appendCodePoint(letter);
  }

  private boolean endsWith(int letter) {
    return !part.isEmpty() && part.charAt(part.length() - 1) == letter;
  }

  private static Kind kindOf(int letter) {
    if (Folding.isArabic(letter)) {
      return Kind.ARABIC;
    }
    return Folding.standsAlone(letter) ? Kind.ALONE : Kind.OTHER;
  }

  private static boolean isDigit(char folded) {
    return folded >= '0' && folded <= '9';
  }

  private void endPart() {
    if (!part.isEmpty()) {
      if (endsWith(Folding.YEH_WITH_HAMZA)) {
        part.setCharAt(part.length() - 1, (char) Folding.YEH);
      }
      parts.add(kind == Kind.ARABIC ? part.toString() : NFC.normalize(part));
      part.setLength(0);
    }
  }

  private void endUnit() {
    endPart();
    if (!parts.isEmpty()) {
      units.add(new Unit(start, end, parts));
      parts.clear();
    }
    kind = Kind.NONE;
  }
}
