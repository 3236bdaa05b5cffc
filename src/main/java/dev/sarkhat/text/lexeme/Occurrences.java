package dev.sarkhat.text.lexeme;

import java.util.List;

/** Walks through the lexemes of a text, the same for indexing and for highlighting. */
final class Occurrences {

  /** Takes one lexeme and the place of what it was made of, in UTF-16 code units of the text. */
  @FunctionalInterface
  interface Visitor {
    void visit(String lexeme, int start, int end);
  }

  private Occurrences() {}

  /** Visits by the order of the units' beginnings; some lexemes come more than once. */
  static void visit(String text, Visitor visitor) {
    List<Unit> units = Unit.of(text);
    Neighbours neighbours = new Neighbours(text, units);
    for (int index = 0; index < units.size(); index++) {
      visitUnit(text, units.get(index), visitor);
      if (neighbours.join(index)) {
        visitLexemes(neighbours.joined(index, 1), visitor);
        if (neighbours.likelyJoinThree(index)) {
          visitExact(neighbours.joined(index, 2), visitor);
        }
        if (neighbours.likelyJoinFour(index)) {
          visitExact(neighbours.joined(index, 3), visitor);
        }
      }
    }
  }

  private static void visitUnit(String text, Unit unit, Visitor visitor) {
    visitLexemes(unit, visitor);
    visitDetached(text, unit, visitor);
    List<List<String>> words = Lexemes.words(unit.parts());
    if (words.size() > 1) {
      for (List<String> word : words) {
        visitLexemes(new Unit(unit.start(), unit.end(), word), visitor);
      }
    }
  }

  /** What looks like an affix after a space may be a word: the مان in «توماس مان» is a name. */
  private static void visitDetached(String text, Unit unit, Visitor visitor) {
    String last = unit.parts().get(unit.parts().size() - 1);
    if (Affixes.isAmbiguous(last) && Gaps.hasSpace(text, unit.start(), unit.end())) {
      visitor.visit(last, unit.start(), unit.end());
    }
  }

  /** The whole and, without its endings, the base: more of so long a word is not worth storing. */
  private static void visitExact(Unit unit, Visitor visitor) {
    List<String> base = Lexemes.withoutSuffixes(unit.parts());
    visitor.visit(unit.joined(), unit.start(), unit.end());
    if (base.size() < unit.parts().size()) {
      visitor.visit(Unit.joined(base), unit.start(), unit.end());
    }
  }

  private static void visitLexemes(Unit unit, Visitor visitor) {
    for (String lexeme : Lexemes.of(unit)) {
      visitor.visit(lexeme, unit.start(), unit.end());
    }
  }
}
