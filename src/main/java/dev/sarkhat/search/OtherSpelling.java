package dev.sarkhat.search;

import dev.sarkhat.search.index.SearchIndex;
import dev.sarkhat.text.TextNormalizer;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant who found nothing. */
@Singleton
class OtherSpelling {

  /** A word as it is written, with its half-spaces. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\u200C]+");

  /** The most words that are looked up. */
  private static final int MOST = 8;

  /**
   * What was looked for with its unknown words replaced by known ones; null if there are none like
   * them.
   */
  @Nullable String of(String typed, SearchIndex index) {
    String text = TextNormalizer.line(typed, "fa");
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find() && words.size() < MOST) {
      words.add(matcher.group());
    }
    StringBuilder other = new StringBuilder();
    boolean differs = false;
    matcher.reset();
    while (matcher.find()) {
      String word = matcher.group();
      String better = word;
      if (words.contains(word)) {
        List<String> similar = index.similar(word, 1);
        if (!similar.isEmpty()) {
          better = similar.get(0);
          differs = true;
        }
      }
      matcher.appendReplacement(other, Matcher.quoteReplacement(better));
    }
    matcher.appendTail(other);
    return differs ? other.toString() : null;
  }
}
