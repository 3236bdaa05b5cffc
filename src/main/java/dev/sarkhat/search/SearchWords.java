package dev.sarkhat.search;

import dev.sarkhat.http.Parameters;
import dev.sarkhat.search.index.SearchExpression;
import dev.sarkhat.search.index.SearchExpression.All;
import dev.sarkhat.search.index.SearchExpression.Any;
import dev.sarkhat.search.index.SearchExpression.Not;
import dev.sarkhat.search.index.SearchExpression.Phrase;
import dev.sarkhat.search.index.SearchExpression.Word;
import dev.sarkhat.search.index.SearchField;
import dev.sarkhat.text.lexeme.Choice;
import dev.sarkhat.text.lexeme.QueryLexemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what somebody typed into a search box.
 *
 * <p>Words must all be found. {@code "…"} and {@code «…»} hold words that follow each other; {@code
 * -} before a word or a phrase forbids it; {@code OR} (in capitals) or {@code |} between two of
 * them wants either, and binds more closely than what stands side by side; {@code title:}, {@code
 * tag:} and {@code source:} look in one field. Whatever makes no sense so is read as plain words or
 * left out: a quotation mark that is never closed, an operator with nothing after it.
 */
final class SearchWords {

  private static final Map<String, SearchField> FIELDS =
      Map.of("title", SearchField.TITLE, "tag", SearchField.TAG, "source", SearchField.SOURCE);

  private static final Map<Character, Character> QUOTES =
      Map.of('"', '"', '\u201C', '\u201D', '\u201E', '\u201C', '\u00AB', '\u00BB');

  /** The most words that are looked for. */
  private static final int MOST = 32;

  private final String text;
  private int count;
  private int index;

  /** Words that stand side by side, and that are analysed together for they may be one word. */
  private final StringBuilder plain = new StringBuilder();

  private final List<SearchExpression> parts = new ArrayList<>();
  private boolean either;
  private boolean onlyStopWords = true;
  private final List<SearchExpression> stopWords = new ArrayList<>();

  private SearchWords(String text) {
    this.text = text;
  }

  /**
   * What is looked for; empty if the text has no word that is looked for.
   *
   * @throws dev.sarkhat.http.ProblemException if it has too many words
   */
  static Optional<SearchExpression> parse(String text) {
    SearchWords words = new SearchWords(text);
    Optional<SearchExpression> parsed = words.parse();
    if (words.count > MOST) {
      throw Parameters.invalid("q", "It may have up to " + MOST + " words.");
    }
    return parsed;
  }

  private Optional<SearchExpression> parse() {
    while (skipSpace()) {
      if (isOr()) {
        endPlain();
        either = !parts.isEmpty();
        continue;
      }
      boolean forbidden = isForbidden();
      if (forbidden) {
        index++;
      }
      Optional<SearchField> field = field();
      if (isQuote()) {
        endPlain();
        add(phrase(field.orElse(SearchField.ALL)), forbidden);
      } else if (forbidden || field.isPresent()) {
        endPlain();
        add(words(word(), field.orElse(SearchField.ALL)), forbidden);
      } else {
        plain.append(word()).append(' ');
        if (either) {
          endPlain();
        }
      }
    }
    endPlain();
    return result();
  }

  private Optional<SearchExpression> result() {
    List<SearchExpression> all = new ArrayList<>(parts);
    if (onlyStopWords) {
      all.addAll(stopWords);
    }
    boolean demands = all.stream().anyMatch(part -> !(part instanceof Not));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(all.size() == 1 && demands ? all.get(0) : new All(all));
  }

  private boolean skipSpace() {
    while (index < text.length() && isSpace(text.charAt(index))) {
      index++;
    }
    return index < text.length();
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private boolean isOr() {
    int end = text.startsWith("OR", index) ? index + 2 : text.charAt(index) == '|' ? index + 1 : -1;
    if (end < 0 || (end < text.length() && !isSpace(text.charAt(end)))) {
      return false;
    }
    index = end;
    return true;
  }

  /** A dash between two spaces parts thoughts and forbids nothing. */
  private boolean isForbidden() {
    return text.charAt(index) == '-'
        && index + 1 < text.length()
        && !isSpace(text.charAt(index + 1));
  }

  private boolean isQuote() {
    Character end = index < text.length() ? QUOTES.get(text.charAt(index)) : null;
    return end != null && text.indexOf(end, index + 1) > 0;
  }

  private Optional<SearchField> field() {
    for (Map.Entry<String, SearchField> each : FIELDS.entrySet()) {
      int end = index + each.getKey().length();
      if (text.regionMatches(true, index, each.getKey(), 0, each.getKey().length())
          && end + 1 < text.length()
          && text.charAt(end) == ':'
          && !isSpace(text.charAt(end + 1))) {
        index = end + 1;
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }

  /** Up to the next space, or to a quotation that begins within. */
  private String word() {
    int start = index++;
    while (index < text.length() && !isSpace(text.charAt(index)) && !isQuote()) {
      index++;
    }
    return text.substring(start, index);
  }

  private Optional<SearchExpression> phrase(SearchField field) {
    char end = QUOTES.getOrDefault(text.charAt(index), '"');
    int close = text.indexOf(end, index + 1);
    String words = text.substring(index + 1, close);
    index = close + 1;
    if (field == SearchField.TAG || field == SearchField.SOURCE) {
      // Names are short: what has all of the words is the name that is meant.
      return words(words, field);
    }
    List<List<String>> sequences = QueryLexemes.phrases(words);
    count += sequences.isEmpty() ? 0 : sequences.get(0).size();
    if (sequences.isEmpty()) {
      return Optional.empty();
    }
    onlyStopWords = false;
    return Optional.of(new Phrase(field, sequences));
  }

  private Optional<SearchExpression> words(String words, SearchField field) {
    List<SearchExpression> all = new ArrayList<>();
    for (Choice choice : QueryLexemes.of(words)) {
      all.add(new Word(field, choice.lexemes()));
      count++;
      onlyStopWords = false;
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(all.size() == 1 ? all.get(0) : new All(all));
  }

  /** Where the last of some plain words stands before an {@code OR}, that word alone is meant. */
  private void endPlain() {
    for (Choice choice : QueryLexemes.of(plain.toString())) {
      Word word = new Word(SearchField.ALL, choice.lexemes());
      count++;
      if (choice.stopWord() && !either) {
        stopWords.add(word);
      } else {
        onlyStopWords = false;
        add(Optional.of(word), false);
      }
    }
    plain.setLength(0);
  }

  private void add(Optional<SearchExpression> part, boolean forbidden) {
    if (part.isEmpty()) {
      return;
    }
    SearchExpression added = forbidden ? new Not(part.get()) : part.get();
    if (!either || parts.isEmpty()) {
      parts.add(added);
    } else {
      SearchExpression before = parts.remove(parts.size() - 1);
      List<SearchExpression> alternatives = new ArrayList<>();
      if (before instanceof Any any) {
        alternatives.addAll(any.parts());
      } else {
        alternatives.add(before);
      }
      alternatives.add(added);
      parts.add(new Any(alternatives));
    }
    either = false;
  }
}
