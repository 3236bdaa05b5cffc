package dev.sarkhat.text.spelling;

import dev.sarkhat.text.spelling.Affixes.Bond;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the words of a text that are written without a half-space may be read with one: «گزینههای» as
 * «گزینه‌های», «پیشبینیها» as «پیش‌بینی‌ها».
 */
final class Readings {

  private final Map<String, List<Split>> splits = new HashMap<>();
  private final Set<String> ownWords = new HashSet<>();

  Readings(List<Word> words) {
    for (Word word : words) {
      ownWords.add(word.spelling());
      if (!word.hasHalfSpace()) {
        addSplits(word.spelling());
      }
    }
  }

  /** And those of what remains without an affix, which may be parted too. */
  private void addSplits(String word) {
    if (!splits.containsKey(word)) {
      List<Split> ways = Split.of(word);
      splits.put(word, ways);
      ways.stream().filter(Split::isSuffixed).forEach(split -> addSplits(split.base()));
    }
  }

  /**
   * Where a word is to be parted.
   *
   * @param places before these letters, in their order
   * @param confidence in all of them
   */
  record Reading(List<Integer> places, double confidence) {}

  /** What the archive has to be asked about. */
  Set<String> questions() {
    Set<String> questions = new HashSet<>();
    splits.forEach(
        (word, ways) -> {
          if (!ways.isEmpty()) {
            questions.add(word);
          }
          Affixes.withoutUnseenPlural(word).ifPresent(questions::add);
          for (Split split : ways) {
            questions.add(split.base());
            questions.add(split.spelling());
          }
        });
    return questions;
  }

  /** The reading that the archive and grammar speak for; empty if the word stays as it is. */
  Optional<Reading> best(String word, Evidence evidence) {
    int joined = evidence.articlesWith(word);
    Optional<Reading> best = Optional.empty();
    double bestSupport = 0;
    double ofGrammar = asItStands(word, evidence);
    boolean affixed = false;
    for (Split split : splits.getOrDefault(word, List.of())) {
      Optional<Reading> base = split.isSuffixed() ? best(split.base(), evidence) : Optional.empty();
      boolean knownBase = base.isPresent() || isKnown(split, evidence);
      double confidence = evidence.parted(word, split, knownBase, joined);
      double support = confidence * evidence.support(split, knownBase);
      ofGrammar += split.isAffixed() ? support : 0;
      if (support > bestSupport) {
        bestSupport = support;
        affixed = split.isAffixed();
        best = Optional.of(with(base, split, confidence));
      }
    }
    // Grammar may read a word in two ways: «خان‌های» and «خانه‌ای».
    double share = affixed ? bestSupport / ofGrammar : 1;
    return best.map(reading -> new Reading(reading.places(), reading.confidence() * share))
        .filter(reading -> reading.confidence() >= SpellingCheck.LEAST_CONFIDENCE);
  }

  /** «میکند» and «خانهها», not «آنها», which many write so. */
  boolean isSurelyLost(String word) {
    return !Affixes.looksAffixed(word)
        && splits.getOrDefault(word, List.of()).stream()
            .anyMatch(
                split ->
                    split.bond() == Bond.VERB
                        || (split.bond() == Bond.PLURAL && split.base().endsWith("ه")));
  }

  private static Reading with(Optional<Reading> base, Split split, double confidence) {
    List<Integer> places = new ArrayList<>(base.map(Reading::places).orElse(List.of()));
    places.add(split.at());
    return new Reading(places, confidence);
  }

  /** The archive, the same text, or the table of verbs has the base as a word of its own. */
  private boolean isKnown(Split split, Evidence evidence) {
    return evidence.articlesWith(split.base()) > 0
        || ownWords.contains(split.base())
        || (split.bond() == Bond.AFTER_HEH && Verbs.isForm(split.base()));
  }

  /** «تورهای» is «تور» with a plural to which no half-space is seen, and not «توره‌ای». */
  private static double asItStands(String word, Evidence evidence) {
    return Affixes.withoutUnseenPlural(word).map(base -> evidence.support(base, word)).orElse(0.0);
  }
}
