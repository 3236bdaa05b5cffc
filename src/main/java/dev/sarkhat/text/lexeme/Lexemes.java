package dev.sarkhat.text.lexeme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The strings by which a word is found: what all its spellings have in common, and its stems.
 *
 * <p>Stems of verbs with می carry a hyphen after it, so that میدانم (I know) does not find میدان (a
 * square).
 */
public final class Lexemes {

  /** How long a lexeme may be, in UTF-16 code units; longer ones are cut. */
  public static final int MAXIMUM_LENGTH = 64;

  private static final List<String> VERB_PREFIXES = List.of("نمی", "می");

  private static final List<String> PERSONS = List.of("یم", "ید", "ند", "م", "ی", "د");

  /** Begin with می and end like a verb. */
  private static final Set<String> NO_VERBS =
      WordList.set("میگوی میزی میلی مینی میانی میهنی میراثی میدانی میوهی میلاد میلیارد");

  private Lexemes() {}

  /** The lexemes of a word without repetition, the exact one first, stems after it. */
  public static List<String> of(Unit unit) {
    String joined = unit.joined();
    Set<String> lexemes = new LinkedHashSet<>();
    lexemes.add(joined);
    List<String> stem = withoutSuffixes(unit.parts());
    String base = stem.size() == unit.parts().size() ? joined : Unit.joined(stem);
    lexemes.add(base);
    String withYeh = Spellings.withYeh(stem);
    if (withYeh != null) {
      lexemes.add(withYeh);
    }
    String verb = verb(base, Affixes.isPrefix(unit.parts().get(0)));
    if (!verb.isEmpty()) {
      lexemes.add(verb);
    }
    boolean prefixed = unit.parts().size() > 1 && Affixes.isPrefix(unit.parts().get(0));
    if (!prefixed && !Stems.isWhole(stem.get(stem.size() - 1))) {
      lexemes.addAll(Stems.of(base));
      if (withYeh != null) {
        lexemes.addAll(Stems.of(withYeh));
      }
    }
    return List.copyOf(lexemes);
  }

  /** The parts before the trailing affixes; at least one. */
  static List<String> withoutSuffixes(List<String> parts) {
    int end = parts.size();
    while (end > 1 && Affixes.isSuffix(parts.get(end - 1))) {
      end--;
    }
    // «می‌ام» is not a word.
    return end == 1 && Affixes.isPrefix(parts.get(0)) ? parts : parts.subList(0, end);
  }

  /**
   * The words in a compound, each with the affixes that follow it; the unit itself if it is none.
   */
  static List<List<String>> words(List<String> parts) {
    List<List<String>> words = new ArrayList<>();
    List<String> word = new ArrayList<>();
    for (String part : parts) {
      boolean goesOn =
          word.isEmpty() || Affixes.isBound(part) || Affixes.isPrefix(word.get(word.size() - 1));
      if (goesOn) {
        word.add(part);
      } else if (Affixes.beginsWithAnd(part, word.get(word.size() - 1))) {
        words.add(word);
        words.add(List.of("و"));
        word = new ArrayList<>(List.of(part.substring(1)));
      } else {
        words.add(word);
        word = new ArrayList<>(List.of(part));
      }
    }
    words.add(word);
    return words;
  }

  /** The stem of a verb with می in all persons; empty if it is none. */
  private static String verb(String word, boolean certain) {
    if (!certain && NO_VERBS.contains(word)) {
      return "";
    }
    for (String prefix : VERB_PREFIXES) {
      if (word.startsWith(prefix) && word.length() >= prefix.length() + 2) {
        String verb = word.substring(prefix.length());
        String stem = withoutPerson(verb);
        boolean likely = certain || stem.length() < verb.length() || verb.endsWith("ت");
        return likely ? prefix + "-" + stem : "";
      }
    }
    return "";
  }

  /** Without the ی before the ending, too: «گویند», «گوید» and «گویم» have one stem. */
  private static String withoutPerson(String verb) {
    for (String person : PERSONS) {
      if (verb.endsWith(person) && verb.length() >= person.length() + 2) {
        String stem = verb.substring(0, verb.length() - person.length());
        return stem.endsWith("ی") && stem.length() > 2
            ? stem.substring(0, stem.length() - 1)
            : stem;
      }
    }
    return verb;
  }
}
