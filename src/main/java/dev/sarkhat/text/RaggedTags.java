package dev.sarkhat.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes apart the tags that a page gives in one string, as portals really write them: «اخبار,اخبار
 * بین الملل ,فرانسوا اولاند», «#لیگ_برتر #استقلال».
 */
public final class RaggedTags {

  /** Commas and semicolons of both scripts, bars, and line breaks of every kind. */
  private static final Pattern SEPARATORS =
      Pattern.compile("[,\u060C;\u061B|\\n\\r\\x85\\u2028\\u2029]+");

  private static final Pattern BETWEEN_HASHTAGS =
      Pattern.compile("\\s+(?=[#\uFF03])|(?=[#\uFF03]\\p{L})");
  private static final Pattern LEADING_HASHES = Pattern.compile("^[#\uFF03\\s]+");

  private RaggedTags() {}

  /**
   * The titles of the tags in their order, each normalised by {@link TextNormalizer#line}; of those
   * with one {@link MatchKey} only the first, and none without a key.
   *
   * @param tags tags between commas, semicolons, bars or line breaks; hashtags also one after
   *     another
   * @param lang the BCP 47 tag of their language
   */
  public static List<String> split(String tags, String lang) {
    Map<String, String> titles = new LinkedHashMap<>();
    SEPARATORS
        .splitAsStream(tags)
        .map(part -> TextNormalizer.line(part, lang))
        .flatMap(RaggedTags::hashtags)
        .map(title -> TextNormalizer.line(title, lang))
        .forEach(title -> titles.putIfAbsent(MatchKey.of(title), title));
    titles.remove("");
    return List.copyOf(titles.values());
  }

  /** The words of each hashtag in a part that begins with one; the part itself if it does not. */
  private static Stream<String> hashtags(String part) {
    if (!LEADING_HASHES.matcher(part).lookingAt()) {
      return Stream.of(part);
    }
    return BETWEEN_HASHTAGS
        .splitAsStream(part)
        .map(hashtag -> LEADING_HASHES.matcher(hashtag).replaceFirst("").replace('_', ' '));
  }
}
