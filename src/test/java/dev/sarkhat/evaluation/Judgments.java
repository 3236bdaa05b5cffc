package dev.sarkhat.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which documents are right for a word.
 *
 * <p>Those must be found that have the word as it is, in whatever spelling. Those may be found,
 * too, that have it with other endings after half-spaces, as a part of a compound or written apart,
 * and those that have a form of it which a line of {@code families.txt} names with it.
 *
 * <p>The families were read out of our own matches among the sentences developed on, not out of the
 * stock analyzer's, whose precision there may be a little higher than is printed. Everything else
 * counts as wrong, also what somebody who searches would take: among what is held out nobody
 * judged.
 */
final class Judgments {

  private final List<Sentence> documents;
  private final Map<String, Set<String>> families = new HashMap<>();
  private final Map<String, Set<Integer>> having = new HashMap<>();
  private final Map<String, Set<Integer>> right = new HashMap<>();

  Judgments(List<Sentence> documents, List<String> families) {
    this.documents = documents;
    for (String line : families) {
      Set<String> family =
          Set.of(line.split(" ")).stream().map(Sentence::content).collect(Collectors.toSet());
      family.forEach(
          each -> this.families.computeIfAbsent(each, unused -> new HashSet<>()).addAll(family));
    }
  }

  /** The documents that have the word as it is. */
  Set<Integer> having(String word) {
    return having.computeIfAbsent(
        word, unused -> numbers(document -> document.words().contains(word)));
  }

  /** The documents that have the word, or a form of it. */
  Set<Integer> right(String word) {
    return right.computeIfAbsent(
        word,
        unused -> {
          String content = Sentence.content(word);
          Set<String> forms = families.getOrDefault(content, Set.of(content));
          return numbers(document -> forms.stream().anyMatch(document.contents()::contains));
        });
  }

  private Set<Integer> numbers(Predicate<Sentence> condition) {
    return IntStream.range(0, documents.size())
        .filter(number -> condition.test(documents.get(number)))
        .boxed()
        .collect(Collectors.toSet());
  }
}
