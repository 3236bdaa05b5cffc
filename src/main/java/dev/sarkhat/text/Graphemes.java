package dev.sarkhat.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Where a text can be cut without taking a character apart: extended grapheme clusters, UAX #29.
 */
final class Graphemes {

  private final BreakIterator boundaries = BreakIterator.getCharacterInstance(ULocale.ROOT);
  private final int length;

  Graphemes(String text) {
    boundaries.setText(text);
    length = text.length();
  }

  /** Whether nothing is taken apart by a cut before this index, in UTF-16 code units. */
  boolean isBoundary(int index) {
    return boundaries.isBoundary(index);
  }

  /** The last boundary that is not after this index; 0 if the first cluster is longer. */
  int lastBoundaryUpTo(int index) {
    return index >= length || boundaries.isBoundary(index)
        ? Math.min(index, length)
        : boundaries.preceding(index);
  }
}
