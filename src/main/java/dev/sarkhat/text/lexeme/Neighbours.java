package dev.sarkhat.text.lexeme;

import java.util.List;
import java.util.Set;

/** Words that stand so that somebody may have written them as one. */
final class Neighbours {

  /** Longer compounds are not written in one piece. */
  private static final int MAXIMUM_LENGTH = 40;

  /** Between two words that are one: «گفت و گو», «روز به روز», «بین ال ملل». */
  private static final Set<String> LINKS =
      WordList.set("و به ال در بر تا هم از نا بی ا الله این همین");

  /** Join two more words: «مالیات بر ارزش افزوده». */
  private static final Set<String> LINKS_OF_FOUR = WordList.set("بر به");

  /** Three words of content are one only so long: «زیست بوم شناسان», «آب شیرین کن های». */
  private static final int LENGTH_OF_THREE = 20;

  /** «سی ان ان», «بی بی سی». */
  private static final int LENGTH_OF_INITIALS = 7;

  private final String text;
  private final List<Unit> units;

  Neighbours(String text, List<Unit> units) {
    this.text = text;
    this.units = units;
  }

  /** Whether the unit and the one after it may be one word. */
  boolean join(int index) {
    if (index < 0 || index + 1 >= units.size()) {
      return false;
    }
    Unit one = units.get(index);
    Unit next = units.get(index + 1);
    return one.joined().length() + next.joined().length() <= MAXIMUM_LENGTH
        && Gaps.mayBeWithin(text, one.end(), next.start());
  }

  /** Whether the unit and the two after it may be one word. */
  boolean joinThree(int index) {
    return join(index) && join(index + 1);
  }

  /** Whether the unit and the two after it are so likely one word that it is worth storing. */
  boolean likelyJoinThree(int index) {
    if (!joinThree(index)) {
      return false;
    }
    Unit first = units.get(index);
    Unit second = units.get(index + 1);
    Unit third = units.get(index + 2);
    int length = first.joined().length() + second.joined().length() + third.joined().length();
    return LINKS.contains(second.joined())
        || length <= LENGTH_OF_INITIALS
        || (length <= LENGTH_OF_THREE && mayBegin(first) && says(second) && says(third));
  }

  private static boolean mayBegin(Unit unit) {
    return says(unit) || LINKS.contains(unit.joined());
  }

  private static boolean says(Unit unit) {
    return !StopWords.contains(unit) && !Affixes.isPrefix(unit.parts().get(0));
  }

  /** Whether the unit and the three after it are likely one word. */
  boolean likelyJoinFour(int index) {
    return joinThree(index)
        && join(index + 2)
        && LINKS_OF_FOUR.contains(units.get(index + 1).joined());
  }

  /** The unit and as many after it as one. */
  Unit joined(int index, int more) {
    Unit joined = units.get(index);
    for (int next = index + 1; next <= index + more; next++) {
      joined = joined.with(units.get(next));
    }
    return joined;
  }
}
