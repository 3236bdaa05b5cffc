package dev.sarkhat.text.spelling;

import dev.sarkhat.text.spelling.Affixes.Bond;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the half-spaces that are lost: where a space stands for one between two words, and where
 * nothing does inside a word; and those that part what no one parts («د‌ر»).
 */
final class HalfSpaces {

  /** From this on, what the archive hardly ever parts is taken for a slip of the finger. */
  private static final int COMMON = 100;

  /** Joined is «بیش‌تر» where so many times more articles join it, and some more. */
  private static final int MUCH_MORE = 4;

  private static final int SOME = 5;

  /** At most one in so many articles parts a word by a slip. */
  private static final int RARE = 1000;

  /** So many sites with a half-space are wanted for one without, in a careful text. */
  private static final int CAREFUL = 10;

  /** So many sites with a half-space tell that it is no accident. */
  private static final int SITES = 3;

  private final Prose prose;
  private final Readings readings;

  HalfSpaces(Prose prose) {
    this.prose = prose;
    this.readings = new Readings(prose.words);
  }

  /** What the archive has to be asked about. */
  Set<String> questions() {
    Set<String> questions = readings.questions();
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
      if (isTriple(index)) {
        questions.add(apart(index, 3));
        questions.addAll(tripleSpellings(index));
      }
    }
    return questions;
  }

  /** What the word and the next one may be to each other; none at the end of a line. */
  Bond bond(int index) {
    return prose.isBeforeWord(index)
        ? Affixes.bond(prose.words.get(index).spelling(), prose.words.get(index + 1).spelling())
        : Bond.NONE;
  }

  /** Whether this and the next two words may be one, as «گفت و گو» and «جا به جا». */
  boolean isTriple(int index) {
    return prose.isBeforeWord(index)
        && prose.isBeforeWord(index + 1)
        && Affixes.isTriple(spelling(index), spelling(index + 1), spelling(index + 2));
  }

  /** So many words from this one on, with spaces. */
  String apart(int index, int words) {
    return IntStream.range(index, index + words)
        .mapToObj(this::spelling)
        .collect(Collectors.joining(" "));
  }

  private String spelling(int index) {
    return prose.words.get(index).spelling();
  }

  /** No half-space is seen after «و», so it may be there or not. */
  private List<String> tripleSpellings(int index) {
    String start = spelling(index) + Word.HALF_SPACE + spelling(index + 1);
    return List.of(start + Word.HALF_SPACE + spelling(index + 2), start + spelling(index + 2));
  }

  /** How sure both spaces of a triple should be half-spaces; 0 if this is none. */
  private double tripleConfidence(int index, Evidence evidence) {
    if (index < 0 || !isTriple(index)) {
      return 0;
    }
    int together = tripleSpellings(index).stream().mapToInt(evidence::articlesWith).sum();
    return evidence.together(Bond.COMPOUND, "", together, evidence.articlesWith(apart(index, 3)));
  }

  /**
   * Whether the text is written with half-spaces: most of «می» and «ها» are parted by one, and not
   * by a space nor by nothing.
   */
  boolean areWritten() {
    int parted = 0;
    int lost = 0;
    for (int index = 0; index < prose.words.size(); index++) {
      Word word = prose.words.get(index);
      if (word.hasHalfSpace() && isPartedAtAffix(word.spelling())) {
        parted++;
      } else if (isSite(bond(index)) || readings.isSurelyLost(word.spelling())) {
        lost++;
      }
    }
    return parted >= SITES && parted >= CAREFUL * lost;
  }

  private static boolean isPartedAtAffix(String word) {
    int first = word.indexOf(Word.HALF_SPACE);
    int last = word.lastIndexOf(Word.HALF_SPACE);
    return isSite(Affixes.bond(word.substring(0, first), word.substring(first + 1)))
        || isSite(Affixes.bond(word.substring(0, last), word.substring(last + 1)));
  }

  private static boolean isSite(Bond bond) {
    return bond == Bond.VERB || bond == Bond.PLURAL;
  }

  /** The half-space or nothing that should stand for the space after a word; empty if a space. */
  Optional<Edit> afterWord(int index, Evidence evidence) {
    double triple =
        Math.max(tripleConfidence(index, evidence), tripleConfidence(index - 1, evidence));
    if (triple >= SpellingCheck.LEAST_CONFIDENCE) {
      return Optional.of(gap(index, Word.HALF_SPACE, triple));
    }
    Bond bond = bond(index);
    if (bond == Bond.NONE) {
      return Optional.empty();
    }
    String first = prose.words.get(index).spelling();
    String second = prose.words.get(index + 1).spelling();
    int parted = evidence.articlesWith(first + Word.HALF_SPACE + second);
    int spaced = evidence.articlesWith(first + ' ' + second);
    boolean suffix = bond == Bond.PLURAL || bond == Bond.COMPARATIVE || bond == Bond.PRONOUN;
    int joined = suffix ? evidence.articlesWith(first + second) : 0;
    double confidence = evidence.together(bond, second, parted + joined, spaced);
    boolean unseen = !Word.joins(first.charAt(first.length() - 1));
    boolean written =
        unseen
            ? suffix && joined >= parted
            : bond == Bond.COMPARATIVE && joined > MUCH_MORE * (parted + SOME);
    return Optional.of(gap(index, written ? "" : Word.HALF_SPACE, confidence))
        .filter(edit -> confidence >= SpellingCheck.LEAST_CONFIDENCE);
  }

  /** Something else for the space after a word. */
  private Edit gap(int index, String replacement, double confidence) {
    Token space = prose.tokens.get(prose.place(index) + 1);
    return new Edit(space.start(), space.end(), replacement, Rule.HALF_SPACE, confidence);
  }

  /** The half-spaces that are missing or too many inside a word. */
  List<Edit> inside(Word word, Evidence evidence) {
    if (word.hasHalfSpace()) {
      return slips(word, evidence);
    }
    if (Letters.isArabic(prose.text, word)) {
      return List.of();
    }
    return readings
        .best(word.spelling(), evidence)
        .map(
            reading ->
                reading.places().stream()
                    .map(place -> parting(word, place, reading.confidence()))
                    .toList())
        .orElse(List.of());
  }

  /** A mark of direction typed for the half-space makes room for it. */
  private Edit parting(Word word, int place, double confidence) {
    int end = word.place(place);
    int start = end;
    while (start > word.start() && Word.isUnseen(prose.text.charAt(start - 1))) {
      start--;
    }
    return new Edit(start, end, Word.HALF_SPACE, Rule.HALF_SPACE, confidence);
  }

  private static List<Edit> slips(Word word, Evidence evidence) {
    String without = word.spelling().replace(Word.HALF_SPACE, "");
    int joined = evidence.articlesWith(without);
    int parted = evidence.articlesWith(word.spelling());
    if (joined < COMMON || (long) parted * RARE > joined) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    for (int letter = 0; letter < word.spelling().length(); letter++) {
      if (word.spelling().charAt(letter) == Word.HALF_SPACE.charAt(0)) {
        edits.add(
            new Edit(
                word.place(letter),
                word.place(letter + 1),
                "",
                Rule.HALF_SPACE,
                (double) joined / (joined + parted + 1)));
      }
    }
    return edits;
  }
}
