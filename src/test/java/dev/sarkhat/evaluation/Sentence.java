package dev.sarkhat.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text with its half-spaces in place, as people who know the language read it: words, and the
 * parts of words.
 *
 * <p>It knows nothing of the analysis that is evaluated.
 */
record Sentence(String text, List<String> words) {

  /** Endings that are written after a half-space; what is left of a word is its content. */
  private static final Set<String> ENDINGS =
      Set.of(
          "ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایت", "هایمان", "هایتان", "ای", "ام",
          "ات", "اش", "ایم", "اید", "اند", "شان", "مان", "تان", "تر", "ترین", "ترند", "ی", "یی",
          "م", "ت", "ش");

  static Sentence of(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}\\p{M}\\p{N}\u200C]+")) {
      String trimmed = word.replaceAll("^\u200C+|\u200C+$", "");
      if (!trimmed.isEmpty()) {
        words.add(trimmed);
      }
    }
    return new Sentence(text, words);
  }

  /** The word without the endings after its half-spaces, in one piece. */
  static String content(String word) {
    List<String> parts = contents(word);
    return String.join("", parts);
  }

  private static List<String> contents(String word) {
    List<String> parts = new ArrayList<>();
    for (String part : word.split("\u200C")) {
      if (parts.isEmpty() || !ENDINGS.contains(part)) {
        parts.add(plain(part));
      }
    }
    return parts;
  }

  /** Hamza and vowel signs are not told apart. */
  private static String plain(String part) {
    return part.replaceAll("\\p{M}", "")
        .replace('آ', 'ا')
        .replace('أ', 'ا')
        .replace('إ', 'ا')
        .replace("ئو", "و")
        .replace('ؤ', 'و')
        .replace('ئ', 'ی')
        .replace("ء", "")
        .replaceAll("و+", "و");
  }

  /**
   * Every content that stands in the sentence: of each word, of its parts, and of runs of parts.
   */
  Set<String> contents() {
    List<String> parts = words.stream().flatMap(word -> contents(word).stream()).toList();
    Set<String> runs = new java.util.HashSet<>();
    for (int first = 0; first < parts.size(); first++) {
      StringBuilder run = new StringBuilder();
      for (int last = first; last < Math.min(parts.size(), first + 5); last++) {
        run.append(parts.get(last));
        runs.add(run.toString());
      }
    }
    return runs;
  }

  boolean has(String word) {
    return words.contains(word);
  }

  /** Whether it is of the part that nobody looked at while the rules were made. */
  boolean heldOut() {
    return heldOut(text);
  }

  static boolean heldOut(String text) {
    return Math.floorMod(text.hashCode() * 0x9E3779B1, 1000) >= 500;
  }
}
