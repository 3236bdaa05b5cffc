package dev.sarkhat.text.lexeme;

import java.util.Set;

/** What is written beside a word, with a half-space, with a space, or with none. */
final class Affixes {

  /** Before a verb. */
  private static final Set<String> PREFIXES = Set.of("می", "نمی");

  /** Belong to the word before them even after a space. */
  private static final Set<String> DETACHED =
      Set.of(
          "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست", "ام",
          "ات", "اش", "ایم", "اید", "اند", "ای", "مان", "تان", "شان", "تر", "تری", "ترین", "ترها",
          "ترهای", "ترینها", "ترینهای");

  /** After a half-space also what would be a word, or too little, after a space. */
  private static final Set<String> AFTER_HALF_SPACE =
      Set.of("ی", "م", "ت", "ش", "یم", "ید", "ند", "یی", "ست", "است", "ایست", "s");

  /** Take no affix; what follows is a word. */
  private static final Set<String> TAKE_NONE =
      Set.of(
          "و", "از", "به", "در", "که", "با", "تا", "را", "بر", "یا", "اگر", "هر", "هم", "چون",
          "ولی", "اما", "یک", "the", "of", "and");

  private Affixes() {}

  static boolean isPrefix(String part) {
    return PREFIXES.contains(part);
  }

  static boolean isSuffix(String part) {
    return DETACHED.contains(part) || AFTER_HALF_SPACE.contains(part);
  }

  /** Whether a word of its own is a suffix of the word before it. */
  static boolean belongs(String word, String before) {
    if (TAKE_NONE.contains(before)) {
      return false;
    }
    return DETACHED.contains(word) || (word.equals("ی") && endsInVowel(before));
  }

  private static boolean endsInVowel(String word) {
    return word.endsWith("ه") || word.endsWith("ا") || word.endsWith("و");
  }
}
