package dev.sarkhat.evaluation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.TestData;
import dev.sarkhat.text.lexeme.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How well search finds what was meant, whatever its spelling: {@code ./mvnw -Pevaluation test}.
 *
 * <p>Every query in four spellings is put to every document in four spellings, in an index of ours
 * and in one of Lucene's stock {@code PersianAnalyzer}, both ranked alike. A query is missed when a
 * document is not found that has all its words as they are, in whatever spelling. A found document
 * is right if it has the words of the query, with any endings or as parts of compounds ({@link
 * Judgments}); precision is the share of the right ones among all found, as the mean over queries.
 *
 * <p>The sentences are the project's own; the other data is used where it is present. The report is
 * {@code target/evaluation/search.md}.
 */
@Tag("evaluation")
class SearchEvaluation {

  private static final double MISSED_WORDS = 0;
  private static final double MISSED_RUNS = 0.005;
  private static final double RANK = 0.90;
  private static final double PRECISION = 0.95;

  /** Real text has words in it that are torn, glued or misspelt already. */
  private static final double MISSED_IN_RAGGED_TEXT = 0.005;

  private static final int ARTICLES_OF_A_PART = 200;
  private static final int LENGTH_OF_AN_ARTICLE = 400;

  private static final Report REPORT = new Report();

  @AfterAll
  static void print() throws IOException {
    REPORT.print();
  }

  @ParameterizedTest
  @EnumSource
  void findsTheSentencesInAnySpelling(Part part) throws IOException {
    List<Sentence> sentences =
        lines(part == Part.DEVELOPMENT ? "sentences.txt" : "sentences-held-out.txt").stream()
            .map(Sentence::of)
            .toList();
    Judgments judgments = new Judgments(sentences, lines("families.txt"));
    Trial stock = new Trial(Engine.STOCK, sentences, judgments).run();
    Trial ours = new Trial(Engine.LEXEMES, sentences, judgments).run();
    REPORT.trial("own sentences", part, Engine.LEXEMES, ours);
    REPORT.trial("own sentences", part, Engine.STOCK, stock);
    assertAll(
        () -> assertEquals(MISSED_WORDS, ours.singleWords().missed(), ours::missedInShort),
        () -> assertTrue(ours.severalWords().missed() <= MISSED_RUNS, ours::missedInShort),
        () -> assertTrue(ours.singleWords().meanReciprocalRank() >= RANK),
        () -> assertTrue(ours.severalWords().meanReciprocalRank() >= RANK),
        () ->
            assertTrue(
                ours.singleWords().precision() >= PRECISION, () -> ours.unjudged().toString()),
        () -> assertTrue(ours.severalWords().precision() >= PRECISION));
  }

  /** Its precision is a lower bound for both: nobody judged what is not the same word at sight. */
  @ParameterizedTest
  @EnumSource
  void findsRealArticlesInAnySpelling(Part part) throws IOException {
    List<Sentence> articles = articles(part);
    Judgments judgments = new Judgments(articles, lines("families.txt"));
    Trial ours = new Trial(Engine.LEXEMES, articles, judgments).run();
    Trial stock = new Trial(Engine.STOCK, articles, judgments).run();
    REPORT.trial("real articles", part, Engine.LEXEMES, ours);
    REPORT.trial("real articles", part, Engine.STOCK, stock);
    assertAll(
        () -> assertTrue(ours.singleWords().missed() <= MISSED_IN_RAGGED_TEXT, ours::missedInShort),
        () ->
            assertTrue(ours.severalWords().missed() <= MISSED_IN_RAGGED_TEXT, ours::missedInShort));
  }

  @ParameterizedTest
  @EnumSource
  void findsBothFormsOfEveryPair(Part part) throws IOException {
    List<List<String>> pairs = new ArrayList<>();
    for (List<String> row : TestData.table("orthography.tsv")) {
      boolean one = row.get(8).equals("yes");
      if (one && !Unit.of(row.get(0)).isEmpty() && part.contains(row.get(0) + row.get(1))) {
        pairs.add(List.of(plain(row.get(0)), plain(row.get(1))));
      }
    }
    assertEquals(List.of(), findEachOther("pairs of orthography", part, pairs));
  }

  @ParameterizedTest
  @EnumSource
  void findsEverySpellingThatIsAttested(Part part) throws IOException {
    List<List<String>> groups = new ArrayList<>();
    for (List<String> row : TestData.table("attested-spellings.tsv")) {
      if (part.contains(row.get(0))) {
        groups.add(List.of(row.get(0), row.get(2), row.get(4)));
      }
    }
    assertEquals(List.of(), findEachOther("attested spellings", part, groups));
  }

  @ParameterizedTest
  @EnumSource
  void keepsWordsApartThatMerelyLookAlike(Part part) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    lines(part == Part.DEVELOPMENT ? "look-alikes.tsv" : "look-alikes-held-out.tsv")
        .forEach(line -> words.addAll(List.of(line.split("\t"))));
    List<String> collisions = new ArrayList<>();
    double ours = precisionAmongLookAlikes(Engine.LEXEMES, List.copyOf(words), collisions);
    double stock = precisionAmongLookAlikes(Engine.STOCK, List.copyOf(words), new ArrayList<>());
    REPORT.lookAlikes(part, words.size(), ours, stock);
    assertTrue(ours >= stock, () -> ours + " < " + stock + collisions);
  }

  private static double precisionAmongLookAlikes(
      Engine engine, List<String> words, List<String> collisions) {
    Figures figures = new Figures();
    for (Spelling spelling : Spelling.values()) {
      Engine.Index index = engine.index(words.stream().map(spelling::of).toList());
      for (Spelling asked : Spelling.values()) {
        for (int number = 0; number < words.size(); number++) {
          List<Integer> found = index.search(asked.of(words.get(number)));
          figures.add(found, Set.of(number), Set.of(number));
          if (found.size() > 1) {
            collisions.add(
                asked.of(words.get(number)) + " " + found.stream().map(words::get).toList());
          }
        }
      }
    }
    return figures.precision();
  }

  /** Answers with those that did not find each other. */
  private static List<String> findEachOther(String data, Part part, List<List<String>> groups) {
    List<String> lost = new ArrayList<>();
    int[] missed = new int[Engine.values().length];
    int asked = 0;
    for (List<String> group : groups) {
      for (Engine engine : Engine.values()) {
        Engine.Index index = engine.index(group);
        for (String query : group) {
          List<Integer> found = index.search(query);
          asked += engine == Engine.LEXEMES ? group.size() : 0;
          missed[engine.ordinal()] += group.size() - found.size();
          if (engine == Engine.LEXEMES && found.size() < group.size()) {
            lost.add(query + " of " + group);
          }
        }
      }
    }
    REPORT.groups(data, part, groups.size(), asked, missed);
    return lost;
  }

  /** Some rows are lists of words as JSON, some have their line breaks escaped. */
  private static String plain(String text) {
    boolean words = text.startsWith("[") && text.contains("\"");
    return words
        ? text.replaceAll("[\\[\\]\",]+", " ").replace('_', ' ')
        : text.replace("\\n", "\n");
  }

  private static List<Sentence> articles(Part part) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode article : TestData.news()) {
      String text = article.path("title").asText() + ".\n" + article.path("body").asText();
      texts.add(withAffixes(text.substring(0, Math.min(text.length(), LENGTH_OF_AN_ARTICLE))));
    }
    return part.of(texts, text -> text).stream()
        .distinct()
        .limit(ARTICLES_OF_A_PART)
        .map(Sentence::of)
        .toList();
  }

  /**
   * Gives words back the endings and the می that the articles have after a space, so that there are
   * half-spaces to take away. Without it «پردازند تا» of «می پردازند تا» would be asked for, which
   * is no run of words.
   */
  private static String withAffixes(String text) {
    return text.replaceAll("[\u200E\u200F]", "\u200C")
        .replaceAll("(?<!\\p{L})(ن?م[یي])[\u200C ]+(?=\\p{L}*[میيدتن](?!\\p{L}))", "$1\u200C")
        .replaceAll(
            "(?<=\\p{L})[\u200C ]+(ها(?:[یي](?:[یي]|م|ت|ش|مان|تان|شان)?)?|تر[یي]?ن?|ا[متش]|ا[یي][مد]?|اند|[مت]ان|شان)(?!\\p{L})",
            "\u200C$1");
  }

  private static List<String> lines(String name) throws IOException {
    Path path = Path.of("src/test/resources/evaluation", name);
    try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.isBlank()).toList();
    }
  }
}
