package dev.sarkhat.text.spelling;

import dev.sarkhat.text.spelling.Affixes.Bond;
import java.util.Map;

/**
 * How sure a half-space is: what the kind of bond makes likely beforehand, corrected by how often
 * the archive writes it so and otherwise.
 *
 * <p>The estimate is the mean of a beta distribution: the likelihood beforehand counts as so many
 * articles, and each article that attests one spelling or the other as one more.
 */
final class Evidence {

  /** In so many articles a part is known, and more say no more. */
  private static final int ENOUGH = 20;

  /** What a reading without any article behind it weighs against another. */
  private static final double KNOWN = 5;

  private static final double LIKELY = 1;
  private static final double UNLIKELY = 0.1;

  /** In a careful text, so much less likely is a lost half-space. */
  private static final double SLIPS_OF_CAREFUL = 0.1;

  private final Map<String, Integer> articles;
  private final boolean careful;

  /**
   * Weighs for one text.
   *
   * @param careful whether the text itself is written with half-spaces, so that a space in it is
   *     more likely meant
   */
  Evidence(Map<String, Integer> articles, boolean careful) {
    this.articles = articles;
    this.careful = careful;
  }

  int articlesWith(String spelling) {
    return Math.max(0, articles.getOrDefault(spelling, 0));
  }

  /** The likelihood beforehand, and as many articles it weighs. */
  private record Prior(double likelihood, double weight) {}

  /** That two words with a space between them are one: {@code spaced} is how they stand. */
  double together(Bond bond, String second, int together, int spaced) {
    Prior prior =
        switch (bond) {
          case VERB -> new Prior(0.99, 30);
          case VERB_BY_ENDING -> new Prior(0.9, 3);
          case PLURAL -> new Prior(0.985, 30);
          case AFTER_HEH -> new Prior(0.97, 15);
          case COMPARATIVE -> new Prior(0.95, 6);
          case PRONOUN -> Affixes.isPossessive(second) ? new Prior(0.93, 4) : new Prior(0.8, 2);
          case COMPOUND -> new Prior(0, 0.5);
          case NONE -> new Prior(0, 100);
        };
    return inText(bond, mean(prior, together, spaced));
  }

  /** That a word has a half-space inside that is not written. */
  double parted(String word, Split split, boolean knownBase, int joined) {
    if (Affixes.looksAffixed(word)) {
      return mean(new Prior(0, 3), articlesWith(split.spelling()), joined);
    }
    Prior prior =
        switch (split.bond()) {
          case VERB -> new Prior(0.98, 10);
          case VERB_BY_ENDING -> new Prior(0.4, 2);
          case PLURAL -> knownBase ? new Prior(0.985, 6) : new Prior(0.9, 2);
          case AFTER_HEH -> afterHeh(split, knownBase);
          case COMPARATIVE -> new Prior(0.5, 1);
          case PRONOUN -> new Prior(0, 5);
          case COMPOUND -> new Prior(0, 0.3);
          case NONE -> new Prior(0, 3);
        };
    return inText(split.bond(), mean(prior, articlesWith(split.spelling()), joined));
  }

  /** What grammar leaves open, a careful author has decided. */
  private double inText(Bond bond, double confidence) {
    boolean open =
        switch (bond) {
          case COMPOUND, PRONOUN, COMPARATIVE -> true;
          case VERB, VERB_BY_ENDING, PLURAL, AFTER_HEH, NONE -> false;
        };
    double slip = confidence * SLIPS_OF_CAREFUL;
    return open && careful ? slip / (slip + 1 - confidence) : confidence;
  }

  /**
   * How much the archive knows of one reading of a word, to compare it with another: the word as
   * read tells most, the part that is a word of its own something, grammar alone hardly anything.
   */
  double support(Split split, boolean knownBase) {
    boolean grammar = knownBase || split.bond() == Bond.PLURAL || split.bond() == Bond.VERB;
    return (knownBase ? KNOWN : 0)
        + (grammar ? LIKELY : UNLIKELY)
        + support(split.base(), split.spelling());
  }

  /** The part of it that the archive gives. */
  double support(String base, String word) {
    return Math.min(articlesWith(base), ENOUGH) + (double) ENOUGH * articlesWith(word);
  }

  /** «خانهی» may be of a heh that is heard («راهی»), and «ات» a plural («اشتباهات»). */
  private static Prior afterHeh(Split split, boolean knownBase) {
    String suffix = split.spelling().substring(split.base().length() + 1);
    return switch (suffix) {
      case "ی", "ات" -> new Prior(0, 0.5);
      case "ای", "اند", "ایم", "اید" -> knownBase ? new Prior(0.97, 5) : new Prior(0.7, 2);
      default -> knownBase ? new Prior(0.85, 3) : new Prior(0.3, 2);
    };
  }

  private static double mean(Prior prior, int yes, int no) {
    return (yes + prior.likelihood() * prior.weight()) / (yes + no + prior.weight());
  }
}
