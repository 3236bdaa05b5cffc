package dev.sarkhat.text.lexeme;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/**
 * One word as it is compared: folded, with its place in the text.
 *
 * <p>Its parts are what stands between half-spaces; an affix that was typed after a space is a part
 * too, so that «گزینه های» is one unit, like «گزینه‌های».
 *
 * @param start where it begins, in UTF-16 code units of the text
 * @param end where it ends, exclusive
 * @param parts at least one, none of them empty; ئ is kept before و, which {@link #joined} folds
 */
public record Unit(int start, int end, List<String> parts) {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  public Unit {
    parts = List.copyOf(parts);
  }

  /** The units of a text, in its order; none of them overlap. Takes linear time. */
  public static List<Unit> of(String text) {
    return AffixedWords.of(text, new UnitScanner(text).units());
  }

  /**
   * The word without boundaries: the same for every spelling of it, and at most {@link
   * Lexemes#MAXIMUM_LENGTH} long.
   */
  public String joined() {
    return joined(parts);
  }

  static String joined(List<String> parts) {
    if (parts.size() == 1) {
      return Spellings.one(parts.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (joined.length() > Lexemes.MAXIMUM_LENGTH) {
        break;
      }
      joined.append(part);
    }
    // Letters may compose across a boundary.
    boolean arabic = Folding.isArabic(joined.charAt(0));
    return Spellings.one(arabic ? joined.toString() : NFC.normalize(joined));
  }

  /** This and the next as one word. */
  Unit with(Unit next) {
    List<String> all = new ArrayList<>(parts);
    all.addAll(next.parts);
    return new Unit(start, next.end, all);
  }
}
