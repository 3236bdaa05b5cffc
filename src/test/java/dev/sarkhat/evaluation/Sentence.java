package dev.sarkhat.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with its half-spaces in place, and what is in it for somebody who knows the language.
 *
 * <p>It shares nothing with the analysis that is evaluated.
 *
 * @param words as they are written
 * @param contents what the words, the parts of words and runs of up to five parts are without their
 *     endings
 */
record Sentence(String text, List<String> words, Set<String> contents) {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\u200C]+");
  private static final Pattern OUTER_HALF_SPACES = Pattern.compile("^\u200C+|\u200C+$");
  private static final int LONGEST_RUN = 5;

  /** Endings that are written after a half-space. */
  private static final Set<String> ENDINGS =
      Set.of(
          ("ها های هایی هایش هایشان هایم هایت هایمان هایتان ای ام ات اش ایم اید اند شان مان تان تر "
                  + "ترین ترند ی یی م ت ش")
              .split(" "));

  static Sentence of(String text) {
    List<String> words =
        BETWEEN_WORDS
            .splitAsStream(text)
            .map(word -> OUTER_HALF_SPACES.matcher(word).replaceAll(""))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> parts = words.stream().flatMap(word -> parts(word).stream()).toList();
    return new Sentence(text, words, runs(parts));
  }

  private static Set<String> runs(List<String> parts) {
    Set<String> runs = new HashSet<>();
    for (int first = 0; first < parts.size(); first++) {
      StringBuilder run = new StringBuilder();
      for (int last = first; last < Math.min(parts.size(), first + LONGEST_RUN); last++) {
        runs.add(run.append(parts.get(last)).toString());
      }
    }
    return runs;
  }

  /** A word without the endings after its half-spaces, in one piece. */
  static String content(String word) {
    return String.join("", parts(word));
  }

  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    Arrays.stream(word.split("\u200C"))
        .filter(part -> parts.isEmpty() || !ENDINGS.contains(part))
        .forEach(part -> parts.add(plain(part)));
    return parts;
  }

  /** Hamza, vowel signs and both keyboards' letters are not told apart. */
  private static String plain(String part) {
    return part.chars()
        .mapToObj(Sentence::withAsciiDigits)
        .collect(Collectors.joining())
        .replaceAll("\\p{M}", "")
        .replaceAll("[آأإ]", "ا")
        .replaceAll("[يى]", "ی")
        .replace('ك', 'ک')
        .replaceAll("[ۀة]", "ه")
        .replace("ئو", "و")
        .replace('ؤ', 'و')
        .replace('ئ', 'ی')
        .replace("ء", "")
        .replaceAll("و+", "و");
  }

  private static String withAsciiDigits(int character) {
    int digit = Character.digit(character, 10);
    return Character.isDigit(character)
        ? String.valueOf((char) ('0' + digit))
        : Character.toString(character);
  }
}
