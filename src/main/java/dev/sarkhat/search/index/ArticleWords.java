package dev.sarkhat.search.index;

import dev.sarkhat.text.lexeme.DocumentLexemes;
import dev.sarkhat.text.lexeme.Prefixes;
import dev.sarkhat.text.spelling.SpellingCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * An article's text as an index holds it.
 *
 * @param all the lexemes of everything; those of the title stand there four times, of the names
 *     three times and of the lead twice, which weighs the fields as BM25F does (Robertson, Zaragoza
 *     and Taylor, "Simple BM25 extension to multiple weighted fields", 2004) with one field to ask
 * @param title the lexemes of kicker, title and subtitle
 * @param tags the lexemes of the tags' names and aliases
 * @param sources the lexemes of the sources' names
 * @param titleSequences kicker, title and subtitle, each as what follows what
 * @param sequences these, the lead and the body
 * @param spellings what it attests of how words are written; see {@link SpellingCheck}
 * @param words the words of titles, lead and tags as they are written, each once
 * @param titlePrefixes the terms by which the title is found while it is typed
 */
public record ArticleWords(
    List<String> all,
    List<String> title,
    List<String> tags,
    List<String> sources,
    List<List<String>> titleSequences,
    List<List<String>> sequences,
    Set<String> spellings,
    Set<String> words,
    List<String> titlePrefixes) {

  private static final int TITLE_WEIGHT = 4;
  private static final int NAME_WEIGHT = 3;
  private static final int LEAD_WEIGHT = 2;

  /** Analyses what an article says. */
  public static ArticleWords of(ArticleTexts texts) {
    List<String> title = lexemes(texts.titles());
    List<String> tags = lexemes(texts.tags());
    List<String> sources = lexemes(texts.sources());
    List<String> lead = DocumentLexemes.matching(texts.lead());
    List<String> body = DocumentLexemes.matching(texts.body());
    List<String> all = new ArrayList<>(body);
    add(all, title, TITLE_WEIGHT);
    add(all, tags, NAME_WEIGHT);
    add(all, sources, 1);
    add(all, lexemes(texts.contributors()), 1);
    add(all, lead, LEAD_WEIGHT);
    List<List<String>> titleSequences = sequences(texts.titles());
    List<List<String>> sequences = new ArrayList<>(titleSequences);
    sequences.addAll(sequences(List.of(texts.lead(), texts.body())));
    return new ArticleWords(
        all,
        title,
        tags,
        sources,
        titleSequences,
        List.copyOf(sequences),
        SpellingCheck.attestedSpellings(texts.joined()),
        WrittenWords.of(texts),
        texts.titles().stream().flatMap(each -> Prefixes.of(each).stream()).distinct().toList());
  }

  private static List<String> lexemes(List<String> texts) {
    return texts.stream().flatMap(text -> DocumentLexemes.matching(text).stream()).toList();
  }

  private static List<List<String>> sequences(List<String> texts) {
    return texts.stream()
        .map(DocumentLexemes::sequence)
        .filter(sequence -> !sequence.isEmpty())
        .toList();
  }

  private static void add(List<String> all, List<String> lexemes, int weight) {
    Collections.nCopies(weight, lexemes).forEach(all::addAll);
  }
}
