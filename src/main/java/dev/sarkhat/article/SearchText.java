package dev.sarkhat.article;

import dev.sarkhat.text.MatchKey;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that the newsroom finds an article by: each folded as names are, so that both
 * alphabets' letters, three digit sets and half-spaces make no difference. A word with a half-space
 * is there whole and in its parts.
 */
public final class SearchText {

  private SearchText() {}

  static String of(ArticleContent content) {
    return Stream.of(content.kicker(), content.title(), content.subtitle(), content.lead())
        .filter(Objects::nonNull)
        .map(SearchText::words)
        .collect(Collectors.joining(" "));
  }

  /** The folded words of what somebody looks for; empty if there are none. */
  public static String ofQuery(String query) {
    return folded(query.split("[\\s\\p{Z}\\p{Punct}\u060C\u061B\u061F\u00AB\u00BB]+"));
  }

  private static String words(@Nullable String text) {
    String[] whole =
        Objects.requireNonNull(text).split("[\\s\\p{Z}\\p{Punct}\u060C\u061B\u061F\u00AB\u00BB]+");
    String[] parts =
        Arrays.stream(whole)
            .filter(word -> word.indexOf('\u200C') >= 0)
            .flatMap(word -> Arrays.stream(word.split("\u200C")))
            .toArray(String[]::new);
    return folded(whole) + (parts.length == 0 ? "" : " " + folded(parts));
  }

  private static String folded(String[] words) {
    return Arrays.stream(words)
        .map(MatchKey::of)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
