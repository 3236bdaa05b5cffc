package dev.sarkhat.text.lexeme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What names are suggested by while they are typed. */
public final class Prefixes {

  /** How many characters of a word are compared. */
  public static final int MAXIMUM_LENGTH = 15;

  /** A name is not a text: what is longer is not looked at. */
  private static final int MAXIMUM_UNITS = 32;

  private Prefixes() {}

  /**
   * The terms that an index stores for a name: all beginnings of its words, of the parts of words,
   * and of words written as one with what follows them.
   */
  public static List<String> of(String name) {
    List<Unit> units = units(name);
    Set<String> terms = new LinkedHashSet<>();
    for (int index = 0; index < units.size(); index++) {
      List<String> parts = units.get(index).parts();
      for (int part = 0; part < parts.size(); part++) {
        addBeginnings(Unit.joined(parts.subList(part, parts.size())), terms);
      }
      Unit joined = units.get(index);
      for (int next = index + 1;
          next < units.size() && length(joined.joined()) < MAXIMUM_LENGTH;
          next++) {
        joined = joined.with(units.get(next));
      }
      addBeginnings(joined.joined(), terms);
    }
    return List.copyOf(terms);
  }

  /**
   * The terms that a name must all have to be suggested; empty when nothing to search for was
   * typed.
   */
  public static List<String> query(String typed) {
    List<String> terms = new ArrayList<>();
    for (Unit unit : units(typed)) {
      String term = beginning(unit.joined(), MAXIMUM_LENGTH);
      if (!terms.contains(term)) {
        terms.add(term);
      }
    }
    return terms;
  }

  private static List<Unit> units(String text) {
    List<Unit> units = Unit.of(text);
    return units.subList(0, Math.min(units.size(), MAXIMUM_UNITS));
  }

  private static void addBeginnings(String word, Set<String> terms) {
    int longest = Math.min(length(word), MAXIMUM_LENGTH);
    for (int length = 1; length <= longest; length++) {
      terms.add(beginning(word, length));
    }
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  private static String beginning(String word, int length) {
    return length(word) <= length ? word : word.substring(0, word.offsetByCodePoints(0, length));
  }
}
