package dev.sarkhat.text.lexeme;

import java.util.Set;

/**
 * Function words, which nobody searches for beside other words.
 *
 * <p>Short on purpose: «داده», «خدمات», «اثر», «نام» and «تازه», which common lists have, are what
 * people search for; a negation is no stop word; and neither is what begins words: «هم زمان», «بی
 * نتیجه», «پس گرفت». Endings are, which stand alone only where a word was torn.
 */
public final class StopWords {

  /** As folded: آن is ان. */
  private static final Set<String> WORDS =
      WordList.set(
          """
          و در به از که را این ان با برای تا بر نیز یا اما ولی اگر چون
          است بود شد شده او وی انها اینکه
          می ها های هایی ام ات اش ایم اید اند ای ی
          the a an of in on at to and or is for by with
          """);

  private StopWords() {}

  /** Whether the word is one of them, in any spelling. */
  public static boolean contains(Unit unit) {
    return WORDS.contains(unit.joined());
  }
}
