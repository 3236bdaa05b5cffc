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

  private AttestedSpellings() {}

  static Set<String> of(Prose prose) {
    HalfSpaces halfSpaces = new HalfSpaces(prose);
    boolean careful = halfSpaces.areWritten();
    Set<String> spellings = new HashSet<>();
    for (int index = 0; index < prose.words.size(); index++) {
      Word word = prose.words.get(index);
      if (!word.isEmpty() && (careful || word.hasHalfSpace())) {
        spellings.add(word.spelling());
      }
      if (careful && halfSpaces.bond(index) != Bond.NONE) {
        spellings.add(halfSpaces.apart(index, 2));
      }
      if (careful && halfSpaces.isTriple(index)) {
        spellings.add(halfSpaces.apart(index, 3));
      }
    }
    return spellings;
  }
}
