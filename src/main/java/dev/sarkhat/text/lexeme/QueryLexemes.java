package dev.sarkhat.text.lexeme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an index is asked for. */
public final class QueryLexemes {

  /** Of a phrase that could be written in more ways than are worth asking for. */
  private static final int MAXIMUM_ALTERNATIVES = 16;

  private QueryLexemes() {}

  /**
   * One choice for each word: a document matches if it has a lexeme of every choice that is no stop
   * word or, where all are stop words, of every choice.
   */
  public static List<Choice> of(String words) {
    List<Unit> units = Unit.of(words);
    Neighbours neighbours = new Neighbours(words, units);
    List<Choice> choices = new ArrayList<>(units.size());
    for (int index = 0; index < units.size(); index++) {
      Unit unit = units.get(index);
      Set<String> lexemes = new LinkedHashSet<>();
      if (!isPartOfWordWithoutSpaces(units, neighbours, index)) {
        lexemes.addAll(Lexemes.of(unit));
      }
      addJoins(neighbours, index, lexemes);
      choices.add(
          new Choice(unit.start(), unit.end(), List.copyOf(lexemes), StopWords.contains(unit)));
    }
    return choices;
  }

  private static void addJoins(Neighbours neighbours, int index, Set<String> lexemes) {
    for (int first = index - 1; first <= index; first++) {
      if (neighbours.join(first)) {
        lexemes.addAll(Lexemes.of(neighbours.joined(first, 1)));
      }
    }
    for (int first = index - 2; first <= index; first++) {
      if (neighbours.joinThree(first)) {
        lexemes.addAll(Lexemes.of(neighbours.joined(first, 2)));
      }
    }
    for (int first = index - 3; first <= index; first++) {
      if (neighbours.likelyJoinFour(first)) {
        lexemes.addAll(Lexemes.of(neighbours.joined(first, 3)));
      }
    }
  }

  /** Of ideographs only pairs are asked for: each alone is in too many words. */
  private static boolean isPartOfWordWithoutSpaces(
      List<Unit> units, Neighbours neighbours, int index) {
    return standsAlone(units, index)
        && ((standsAlone(units, index - 1) && neighbours.join(index - 1))
            || (standsAlone(units, index + 1) && neighbours.join(index)));
  }

  private static boolean standsAlone(List<Unit> units, int index) {
    return index >= 0
        && index < units.size()
        && Folding.standsAlone(units.get(index).parts().get(0).codePointAt(0));
  }

  /**
   * The sequences, as {@link DocumentLexemes#sequence} gives them, any of which is the phrase: as
   * it is written, each compound as one word, and each two or three neighbours as one word. Empty
   * for a phrase without a word.
   */
  public static List<List<String>> phrases(String phrase) {
    List<Unit> units = Unit.of(phrase);
    Neighbours neighbours = new Neighbours(phrase, units);
    Set<List<String>> alternatives = new LinkedHashSet<>();
    alternatives.add(DocumentLexemes.sequence(phrase));
    alternatives.add(units.stream().map(Unit::joined).toList());
    for (int more = 1; more <= 2; more++) {
      for (int first = 0; first + more < units.size(); first++) {
        boolean joins = more == 1 ? neighbours.join(first) : neighbours.joinThree(first);
        if (joins && alternatives.size() < MAXIMUM_ALTERNATIVES) {
          alternatives.add(withJoin(units, neighbours, first, more));
        }
      }
    }
    return alternatives.stream().filter(each -> !each.isEmpty()).toList();
  }

  private static List<String> withJoin(
      List<Unit> units, Neighbours neighbours, int first, int more) {
    List<String> sequence = new ArrayList<>();
    for (int index = 0; index < units.size(); index++) {
      if (index == first) {
        sequence.add(neighbours.joined(first, more).joined());
        index += more;
      } else {
        sequence.addAll(DocumentLexemes.sequence(units.get(index)));
      }
    }
    return sequence;
  }
}
