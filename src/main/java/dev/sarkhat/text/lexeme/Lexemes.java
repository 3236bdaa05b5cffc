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
    if (!Affixes.isPrefix(unit.parts().get(0)) || unit.parts().size() == 1) {
      lexemes.addAll(Stems.of(base));
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
    int start = 0;
    for (int index = 1; index <= parts.size(); index++) {
      boolean goesOn =
          index < parts.size()
              && (Affixes.isBound(parts.get(index)) || Affixes.isPrefix(parts.get(index - 1)));
      if (!goesOn) {
        words.add(parts.subList(start, index));
        start = index;
      }
    }
    return words;
  }

  /** The stem of a verb with می in all persons; empty if it is none. */
  private static String verb(String word, boolean certain) {
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

  private static String withoutPerson(String verb) {
    for (String person : PERSONS) {
      if (verb.endsWith(person) && verb.length() >= person.length() + 2) {
        return verb.substring(0, verb.length() - person.length());
      }
    }
    return verb;
  }
}
