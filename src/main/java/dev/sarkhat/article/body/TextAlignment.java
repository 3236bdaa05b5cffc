package dev.sarkhat.article.body;

/**
 * Where a place in a text lies after the text was normalised.
 *
 * <p>Normalising is a sequence of small local edits, so the two texts are walked together: equal
 * characters map to each other, and at a difference the nearest place is sought from which both go
 * on alike. A place within an edit maps into that edit; text itself is never touched, so at worst a
 * mark begins or ends some characters off.
 */
final class TextAlignment {

  /** The longest edit, in both texts together, that is looked for. */
  private static final int WINDOW = 16;

  /** How many equal characters show that the texts go on alike. */
  private static final int EVIDENCE = 4;

  private TextAlignment() {}

  /**
   * Maps every offset of {@code before}, its length included, to an offset of {@code after}; the
   * result never falls and never parts a surrogate pair.
   */
  static int[] map(String before, String after) {
    int[] map = new int[before.length() + 1];
    int i = 0;
    int j = 0;
    while (i < before.length()) {
      if (j < after.length() && before.charAt(i) == after.charAt(j)) {
        map[i++] = j++;
        continue;
      }
      int edit = nextAgreement(before, i, after, j);
      int left = edit >>> 8;
      int right = edit & 0xFF;
      for (int k = 0; k < left; k++) {
        map[i + k] = Math.min(j + Math.min(k, right), after.length());
      }
      i += left;
      j = Math.min(j + right, after.length());
    }
    map[before.length()] = after.length();
    for (int k = 0; k < map.length; k++) {
      map[k] = wholeCharacter(after, map[k]);
    }
    return map;
  }

  /** The lengths of the edit on both sides, packed; one for one where none is found. */
  private static int nextAgreement(String before, int i, String after, int j) {
    int limit = Math.min(before.length() - i + after.length() - j, WINDOW);
    for (int both = 1; both <= limit; both++) {
      for (int left = both; left >= 0; left--) {
        int right = both - left;
        int evidence = Math.min(EVIDENCE, before.length() - i - left);
        if (evidence >= 0
            && j + right <= after.length()
            && (evidence > 0 || j + right == after.length())
            && before.regionMatches(i + left, after, j + right, evidence)) {
          return left << 8 | right;
        }
      }
    }
    return 1 << 8 | 1;
  }

  private static int wholeCharacter(String text, int offset) {
    boolean parts =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return parts ? offset + 1 : offset;
  }
}
