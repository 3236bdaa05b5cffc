package dev.sarkhat.search.index;

import java.util.List;
import java.util.stream.Stream;

/** What is looked for, in lexemes. */
public sealed interface SearchExpression {

  /** Each part must hold; without parts, whatever there is. */
  record All(List<SearchExpression> parts) implements SearchExpression {}

  /** Some part must hold. */
  record Any(List<SearchExpression> parts) implements SearchExpression {}

  /** The part must not hold. */
  record Not(SearchExpression part) implements SearchExpression {}

  /** One word: any of its lexemes, the most exact first. */
  record Word(SearchField field, List<String> lexemes) implements SearchExpression {}

  /** Words that follow each other: any of these sequences. */
  record Phrase(SearchField field, List<List<String>> sequences) implements SearchExpression {}

  /** The lexemes that what is found may show, those of forbidden parts left out. */
  default Stream<String> shown() {
    if (this instanceof All all) {
      return all.parts().stream().flatMap(SearchExpression::shown);
    }
    if (this instanceof Any any) {
      return any.parts().stream().flatMap(SearchExpression::shown);
    }
    if (this instanceof Word word) {
      return word.lexemes().stream();
    }
    if (this instanceof Phrase phrase) {
      return phrase.sequences().stream().flatMap(List::stream);
    }
    return Stream.empty();
  }
}
