package dev.sarkhat.text.spelling;

import dev.sarkhat.text.TextLanguage;
import dev.sarkhat.text.spelling.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of a text, and which of them are words of Persian sentences. */
final class Prose {

  /** Languages in the same script, for which this package knows nothing. */
  private static final Set<String> OTHER_LANGUAGES = Set.of("ar", "ur", "ckb", "ps", "ug", "sd");

  final String text;
  final List<Token> tokens;

  /** The words in their order. */
  final List<Word> words = new ArrayList<>();

  /** Where each word is among the tokens. */
  private final List<Integer> places = new ArrayList<>();

  /** By token: whether its line is Persian. */
  private final boolean[] persian;

  Prose(String text) {
    this.text = text;
    this.tokens = Tokens.of(text);
    this.persian = new boolean[tokens.size()];
    int lineStart = 0;
    for (int token = 0; token <= tokens.size(); token++) {
      if (token == tokens.size() || tokens.get(token).kind() == Kind.BREAK) {
        line(lineStart, token);
        lineStart = token + 1;
      }
    }
  }

  private void line(int from, int to) {
    if (tokens.subList(from, Math.max(from, to)).stream().noneMatch(Prose::isWord)) {
      return;
    }
    String line = text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    String lang = TextLanguage.of(line);
    // A line mostly of Latin names may still hold a Persian word, which is looked at.
    boolean otherLanguage = OTHER_LANGUAGES.contains(lang);
    for (int token = from; token < to; token++) {
      persian[token] = !otherLanguage;
      if (!otherLanguage && isWord(tokens.get(token))) {
        places.add(token);
        words.add(Word.of(text, tokens.get(token).start(), tokens.get(token).end()));
      }
    }
  }

  private static boolean isWord(Token token) {
    return token.kind() == Kind.WORD;
  }

  /** Whether the token is on a line with Persian words. */
  boolean isPersian(int token) {
    return persian[token];
  }

  /** The token that a word is. */
  int place(int word) {
    return places.get(word);
  }

  /** Whether nothing but a space stands between this word and the next. */
  boolean isBeforeWord(int word) {
    return word + 1 < words.size()
        && places.get(word + 1) == places.get(word) + 2
        && tokens.get(places.get(word) + 1).kind() == Kind.SPACE;
  }

  /** The kind of a token; {@code BREAK} beyond the ends. */
  Kind kind(int token) {
    return token < 0 || token >= tokens.size() ? Kind.BREAK : tokens.get(token).kind();
  }

  /** The first character of a token; 0 beyond the ends. */
  char mark(int token) {
    return token < 0 || token >= tokens.size() ? 0 : text.charAt(tokens.get(token).start());
  }
}
