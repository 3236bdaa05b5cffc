package dev.sarkhat.evaluation;

import dev.sarkhat.text.lexeme.StopWords;
import dev.sarkhat.text.lexeme.Unit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks one engine for the words and the runs of words of some documents, every spelling of the
 * query against every spelling of the documents.
 */
final class Trial {

  private static final int LONGEST_QUERY = 4;

  /** Of a document and of the list of what was missed. */
  private static final int SHOWN = 60;

  private final Engine engine;
  private final List<Sentence> documents;
  private final Judgments judgments;
  private final Figures singleWords = new Figures();
  private final Figures severalWords = new Figures();
  private final Map<String, Set<String>> unjudged = new TreeMap<>();
  private final Set<String> missed = new TreeSet<>();

  Trial(Engine engine, List<Sentence> documents, Judgments judgments) {
    this.engine = engine;
    this.documents = documents;
    this.judgments = judgments;
  }

  /** Takes the queries from the documents. */
  Trial run() {
    for (Spelling spelling : Spelling.values()) {
      Engine.Index index =
          engine.index(documents.stream().map(each -> spelling.of(each.text())).toList());
      for (Spelling asked : Spelling.values()) {
        words().forEach(word -> askForWord(index, asked, word));
        for (int number = 0; number < documents.size(); number++) {
          askForRuns(index, asked, number);
        }
      }
    }
    return this;
  }

  private Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (Sentence each : documents) {
      each.words().stream().filter(Trial::says).forEach(words::add);
    }
    return words;
  }

  private void askForWord(Engine.Index index, Spelling asked, String word) {
    List<Integer> found = index.search(asked.of(word));
    Set<Integer> right = judgments.right(word);
    singleWords.add(found, judgments.having(word), right);
    note(asked.of(word), found, judgments.having(word), right);
  }

  /** Each run of two to four words must find the document that it is from. */
  private void askForRuns(Engine.Index index, Spelling asked, int number) {
    List<String> words = documents.get(number).words();
    for (int length = 2; length <= LONGEST_QUERY; length++) {
      for (int first = 0; first + length <= words.size(); first++) {
        List<String> run = words.subList(first, first + length);
        if (run.stream().anyMatch(Trial::says)) {
          String query = asked.of(String.join(" ", run));
          List<Integer> found = index.search(query);
          severalWords.add(found, Set.of(number), rightForAll(run));
          note(query, found, Set.of(number), Set.copyOf(found));
        }
      }
    }
  }

  private Set<Integer> rightForAll(List<String> words) {
    Set<Integer> right = new HashSet<>();
    words.stream().filter(Trial::says).findFirst().map(judgments::right).ifPresent(right::addAll);
    words.stream().filter(Trial::says).map(judgments::right).forEach(right::retainAll);
    return right;
  }

  private void note(
      String query, List<Integer> found, Set<Integer> mustBeFound, Set<Integer> right) {
    for (int number : mustBeFound) {
      if (!found.contains(number)) {
        missed.add(query + " in: " + shown(number));
      }
    }
    for (int number : found) {
      if (!right.contains(number)) {
        unjudged.computeIfAbsent(query, unused -> new TreeSet<>()).add(shown(number));
      }
    }
  }

  private String shown(int number) {
    String text = documents.get(number).text();
    return text.substring(0, Math.min(text.length(), SHOWN)).replace('\n', ' ');
  }

  private static boolean says(String word) {
    return Unit.of(word).stream().anyMatch(unit -> !StopWords.contains(unit));
  }

  Figures singleWords() {
    return singleWords;
  }

  Figures severalWords() {
    return severalWords;
  }

  /** The queries that did not find what they had to, with it. */
  Set<String> missed() {
    return missed;
  }

  String missedInShort() {
    return missed.stream()
        .limit(SHOWN)
        .collect(Collectors.joining("\n", missed.size() + " missed:\n", ""));
  }

  /** The queries of single words that found what is not right, with it: for people to judge. */
  Map<String, Set<String>> unjudged() {
    return unjudged;
  }
}
