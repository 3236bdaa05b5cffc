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
 * Finds the half-spaces that are lost: where a space stands for one between two words, and where
 * nothing does inside a word; and those that part what no one parts («د‌ر»).
 */
final class HalfSpaces {

  /** From this on, what the archive hardly ever parts is taken for a slip of the finger. */
  private static final int COMMON = 100;

  /** At most one in so many articles parts a word by a slip. */
  private static final int RARE = 1000;

  private final Prose prose;
  private final Map<String, List<Split>> splits = new HashMap<>();

  HalfSpaces(Prose prose) {
    this.prose = prose;
    for (Word word : prose.words) {
      if (!word.hasHalfSpace()) {
        splits.computeIfAbsent(word.spelling(), Split::of);
      }
    }
  }

  /** What the archive has to be asked about. */
  Set<String> questions() {
    Set<String> questions = new HashSet<>();
    splits.forEach(
        (word, ways) -> {
          if (!ways.isEmpty()) {
            questions.add(word);
          }
          for (Split split : ways) {
            questions.add(split.base());
            questions.add(split.spelling());
          }
        });
    for (int index = 0; index < prose.words.size(); index++) {
      Word word = prose.words.get(index);
      if (word.hasHalfSpace()) {
        questions.add(word.spelling());
        questions.add(word.spelling().replace(Word.HALF_SPACE, ""));
      }
      if (bond(index) != Bond.NONE) {
        String next = prose.words.get(index + 1).spelling();
        questions.add(word.spelling() + Word.HALF_SPACE + next);
        questions.add(word.spelling() + next);
        questions.add(word.spelling() + ' ' + next);
      }
    }
    return questions;
  }

  /** What the word and the next one may be to each other; none at the end of a line. */
  Bond bond(int index) {
    return prose.isBeforeWord(index)
        ? Affixes.bond(
            prose.words.get(index).spelling(), prose.words.get(index + 1).spelling())
        : Bond.NONE;
  }

  /** The half-space or nothing that should stand for the space after a word; empty if a space. */
  Optional<Edit> afterWord(int index, Evidence evidence) {
    Bond bond = bond(index);
    if (bond == Bond.NONE) {
      return Optional.empty();
    }
    String first = prose.words.get(index).spelling();
    String second = prose.words.get(index + 1).spelling();
    int parted = evidence.articlesWith(first + Word.HALF_SPACE + second);
    int spaced = evidence.articlesWith(first + ' ' + second);
    boolean suffix =
        bond == Bond.PLURAL || bond == Bond.COMPARATIVE || bond == Bond.PRONOUN;
    int joined = suffix ? evidence.articlesWith(first + second) : 0;
    double confidence = evidence.together(bond, parted + joined, spaced);
    boolean unseen = !Word.joins(first.charAt(first.length() - 1));
    boolean written = suffix && (unseen ? joined >= parted : joined > 4 * (parted + 5));
    int gap = prose.place(index) + 1;
    return Optional.of(
            new Edit(
                prose.tokens.get(gap).start(),
                prose.tokens.get(gap).end(),
                written ? "" : Word.HALF_SPACE,
                Rule.HALF_SPACE,
                confidence))
        .filter(edit -> confidence >= SpellingCheck.LEAST_CONFIDENCE);
  }

  /** The half-spaces that are missing or too many inside a word. */
  List<Edit> inside(Word word, Evidence evidence) {
    if (word.hasHalfSpace()) {
      return slips(word, evidence);
    }
    int joined = evidence.articlesWith(word.spelling());
    Split best = null;
    double weight = 0;
    for (Split split : splits.getOrDefault(word.spelling(), List.of())) {
      double confidence = evidence.parted(word.spelling(), split, joined);
      double found =
          1 + 10.0 * evidence.articlesWith(split.spelling()) + evidence.articlesWith(split.base());
      if (confidence >= SpellingCheck.LEAST_CONFIDENCE && confidence * found > weight) {
        best = split;
        weight = confidence * found;
      }
    }
    if (best == null) {
      return List.of();
    }
    int at = word.at()[best.at()];
    return List.of(
        new Edit(at, at, Word.HALF_SPACE, Rule.HALF_SPACE, evidence.parted(word.spelling(), best, joined)));
  }

  private static List<Edit> slips(Word word, Evidence evidence) {
    String without = word.spelling().replace(Word.HALF_SPACE, "");
    int joined = evidence.articlesWith(without);
    int parted = evidence.articlesWith(word.spelling());
    if (joined < COMMON || (long) parted * RARE > joined) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    for (int letter = 0; letter < word.at().length; letter++) {
      if (word.spelling().charAt(letter) == Word.HALF_SPACE.charAt(0)) {
        edits.add(
            new Edit(
                word.at()[letter],
                word.at()[letter + 1],
                "",
                Rule.HALF_SPACE,
                (double) joined / (joined + parted + 1)));
      }
    }
    return edits;
  }
}
