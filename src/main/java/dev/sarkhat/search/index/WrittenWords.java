package dev.sarkhat.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that readers may mean who mistype one: those of titles, leads and tags. */
final class WrittenWords {

  /** With half-spaces; neither what is mistyped easily in any way nor what is no word. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\u200C]{2,40}");

  private WrittenWords() {}

  static Set<String> of(ArticleTexts texts) {
    Set<String> words = new LinkedHashSet<>();
    Stream.of(texts.titles(), List.of(texts.lead()), texts.tags())
        .flatMap(List::stream)
        .map(WORD::matcher)
        .flatMap(Matcher::results)
        .forEach(found -> words.add(found.group()));
    return words;
  }
}
