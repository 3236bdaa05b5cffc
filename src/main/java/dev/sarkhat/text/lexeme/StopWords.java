package dev.sarkhat.text.lexeme;

import java.util.Set;

/**
 * Function words, which nobody searches for beside other words.
 *
 * <p>Short on purpose: «داده», «خدمات», «اثر», «نام» and «تازه», which common lists have, are what
 * people search for, and a negation is no stop word.
 */
public final class StopWords {

  private static final Set<String> WORDS =
      Set.of(
          // As folded: آن is ان.
          "و",
          "در",
          "به",
          "از",
          "که",
          "را",
          "این",
          "ان",
          "با",
          "برای",
          "تا",
          "بر",
          "هم",
          "نیز",
          "یا",
          "یک",
          "اما",
          "ولی",
          "اگر",
          "پس",
          "چون",
          "است",
          "هست",
          "بود",
          "شد",
          "شده",
          "می",
          "ها",
          "های",
          "ای",
          "او",
          "وی",
          "ما",
          "من",
          "انها",
          "اینکه",
          "انکه",
          "هر",
          "بی",
          "the",
          "a",
          "an",
          "of",
          "in",
          "on",
          "at",
          "to",
          "and",
          "or",
          "is",
          "for",
          "by",
          "with");

  private StopWords() {}

  /** Whether the word is one of them, in any spelling. */
  public static boolean contains(Unit unit) {
    return WORDS.contains(unit.joined());
  }
}
