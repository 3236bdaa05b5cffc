package dev.sarkhat.text.lexeme;

import java.util.ArrayList;
import java.util.List;

/** Gives words back the affixes that a space has torn off: «می رود», «گزینه های». */
final class AffixedWords {

  /** «خواب های تان» has two. */
  private static final int MAXIMUM_AFFIXES = 3;

  private AffixedWords() {}

  static List<Unit> of(String text, List<Unit> words) {
    List<Unit> result = new ArrayList<>(words.size());
    int affixes = 0;
    boolean prefix = false;
    for (Unit word : words) {
      boolean first = result.isEmpty();
      Unit before = first ? word : result.get(result.size() - 1);
      boolean near = !first && Gaps.isSpace(text, before.end(), word.start());
      if (near && prefix && takesPrefix(word)) {
        result.set(result.size() - 1, before.with(word));
        affixes = 0;
        prefix = false;
      } else if (near && affixes < MAXIMUM_AFFIXES && isSuffixOf(word, before)) {
        result.set(result.size() - 1, before.with(word));
        affixes++;
        prefix = false;
      } else {
        result.add(word);
        affixes = 0;
        prefix = word.parts().size() == 1 && Affixes.isPrefix(word.parts().get(0));
      }
    }
    return result;
  }

  private static boolean takesPrefix(Unit word) {
    String first = word.parts().get(0);
    return Folding.isArabic(first.charAt(0))
        && !Affixes.isPrefix(first)
        && Affixes.mayBeVerb(word.parts().size() == 1 ? first : Unit.joined(word.parts()));
  }

  private static boolean isSuffixOf(Unit word, Unit before) {
    String last = before.parts().get(before.parts().size() - 1);
    return Affixes.belongs(word.parts().get(0), last)
        && word.parts().stream().allMatch(Affixes::isSuffix);
  }
}
