package dev.sarkhat.text.spelling;

import dev.sarkhat.text.spelling.Affixes.Bond;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which a word written without a half-space may be taken apart.
 *
 * @param at the half-space belongs before this letter
 * @param bond what the parts would be to each other
 * @param base the part that is a word of its own
 * @param spelling the word with its half-space
 */
record Split(int at, Bond bond, String base, String spelling) {

  private static final int SHORTEST_PART = 2;

  /** Longer strings are no words. */
  private static final int LONGEST_WORD = 30;

  /**
   * Every way; only after a letter that joins, since after another the half-space is not seen and
   * nothing is lost.
   */
  static List<Split> of(String word) {
    List<Split> splits = new ArrayList<>();
    if (word.length() > LONGEST_WORD) {
      return splits;
    }
    for (int at = SHORTEST_PART; at < word.length(); at++) {
      if (Word.joins(word.charAt(at - 1))) {
        String first = word.substring(0, at);
        String second = word.substring(at);
        Bond bond = Affixes.bond(first, second);
        boolean compound = bond == Bond.COMPOUND || bond == Bond.NONE;
        if (!compound || second.length() >= SHORTEST_PART) {
          boolean prefixed = bond == Bond.VERB || bond == Bond.VERB_BY_ENDING;
          splits.add(
              new Split(at, bond, prefixed ? second : first, first + Word.HALF_SPACE + second));
        }
      }
    }
    return splits;
  }

  /** Whether grammar and not the archive alone speaks for it. */
  boolean isAffixed() {
    return switch (bond) {
      case VERB, VERB_BY_ENDING, PLURAL, AFTER_HEH, COMPARATIVE -> true;
      case PRONOUN, COMPOUND, NONE -> false;
    };
  }

  /** Whether what is before the half-space is a word of its own, which may be parted too. */
  boolean isSuffixed() {
    return bond == Bond.PLURAL || bond == Bond.AFTER_HEH;
  }
}
