package dev.sarkhat.text.lexeme;

import java.util.ArrayList;
import java.util.List;

/** What an index holds of a text. No lexeme has white space in it. */
public final class DocumentLexemes {

  private DocumentLexemes() {}

  /**
   * The lexemes that words are matched with, in the order of the text: those of each unit, of the
   * words in a compound, and of neighbours that others write as one word.
   */
  public static List<String> matching(String text) {
    List<String> lexemes = new ArrayList<>();
    Occurrences.visit(text, (lexeme, start, end) -> lexemes.add(lexeme));
    return lexemes;
  }

  /**
   * The words that phrases are matched with, one for each place: «گفت‌وگو» and «گفت و گو» give the
   * same three, «گزینه‌های» and «گزینه های» the same one.
   */
  public static List<String> sequence(String text) {
    return Unit.of(text).stream().flatMap(unit -> sequence(unit).stream()).toList();
  }

  static List<String> sequence(Unit unit) {
    return Lexemes.words(unit.parts()).stream()
        .map(word -> Unit.joined(withoutEzafe(word)))
        .toList();
  }

  /** «خانه‌ی پدری» is also written «خانهٔ پدری» and «خانه پدری». */
  private static List<String> withoutEzafe(List<String> word) {
    int last = word.size() - 1;
    return last > 0 && word.get(last).equals("ی") ? word.subList(0, last) : word;
  }
}
