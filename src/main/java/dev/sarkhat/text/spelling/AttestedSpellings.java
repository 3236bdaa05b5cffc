package dev.sarkhat.text.spelling;

import dev.sarkhat.text.spelling.Affixes.Bond;
import java.util.HashSet;
import java.util.Set;

/**
 * What an article says about how its newsroom spells.
 *
 * <p>An article that is written without half-spaces says nothing: «گزینه های» in it is no choice of
 * its author. So only articles count that part most of their «می» and «ها» by a half-space; of
 * these, every word, and every two neighbouring words that could be one, with a space between them.
 * Spellings are in Persian letters, without vowel signs and tatweel.
 */
final class AttestedSpellings {

  /** So many sites with a half-space are wanted for one without. */
  private static final int CAREFUL = 10;

  private AttestedSpellings() {}

  static Set<String> of(Prose prose) {
    boolean careful = isCareful(prose);
    Set<String> spellings = new HashSet<>();
    HalfSpaces halfSpaces = new HalfSpaces(prose);
    for (int index = 0; index < prose.words.size(); index++) {
      Word word = prose.words.get(index);
      if (!word.isEmpty() && (careful || word.hasHalfSpace())) {
        spellings.add(word.spelling());
      }
      if (careful && halfSpaces.bond(index) != Bond.NONE) {
        spellings.add(word.spelling() + ' ' + prose.words.get(index + 1).spelling());
      }
    }
    return spellings;
  }

  private static boolean isCareful(Prose prose) {
    HalfSpaces halfSpaces = new HalfSpaces(prose);
    int parted = 0;
    int lost = 0;
    for (int index = 0; index < prose.words.size(); index++) {
      String word = prose.words.get(index).spelling();
      int first = word.indexOf(Word.HALF_SPACE);
      int last = word.lastIndexOf(Word.HALF_SPACE);
      Bond bond = halfSpaces.bond(index);
      if (first > 0
          && (isSite(Affixes.bond(word.substring(0, first), word.substring(first + 1)))
              || isSite(Affixes.bond(word.substring(0, last), word.substring(last + 1))))) {
        parted++;
      } else if (isSite(bond)) {
        lost++;
      } else if (first < 0 && Split.of(word).stream().anyMatch(split -> isSure(word, split))) {
        lost++;
      }
    }
    return parted >= 3 && parted >= CAREFUL * lost;
  }

  private static boolean isSite(Bond bond) {
    return bond == Bond.VERB || bond == Bond.PLURAL;
  }

  /** «میکند» and «خانهها», not «آنها», which many write so. */
  private static boolean isSure(String word, Split split) {
    return !Affixes.looksAffixed(word)
        && (split.bond() == Bond.VERB
            || (split.bond() == Bond.PLURAL && split.base().endsWith("ه")));
  }
}
