package dev.sarkhat.text.lexeme;

import java.util.List;
import java.util.Set;

/** Words that stand so that somebody may have written them as one. */
final class Neighbours {

  /** Longer compounds are not written in one piece. */
  private static final int MAXIMUM_LENGTH = 40;

  /** Between two words that are one: «گفت و گو», «روز به روز», «بین ال ملل». */
  private static final Set<String> LINKS =
      Set.of("و", "به", "ال", "در", "بر", "تا", "هم", "از", "نا", "بی", "ا");

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

  /** Whether the unit links the one before it with the one after it. */
  boolean isLink(int index) {
    return LINKS.contains(units.get(index).joined());
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
