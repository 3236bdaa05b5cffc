package dev.sarkhat.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * The key under which the ragged spellings of one name meet: of a tag, source, section or
 * contributor.
 *
 * <p>«اخبار بین الملل», «اخباربین الملل» and «اخبار بین‌الملل» have one key. Compatibility forms
 * are taken apart (NFKD, UAX #15) and what is left composed, so that keys are in NFKC; both
 * alphabets' letters are folded; vowel signs, hamza, tatweel, white space, punctuation, symbols and
 * everything unseen are dropped; digits are ASCII; letters are lower case. {@code +} and {@code #}
 * stay right after a letter, for C++ and C#.
 *
 * <p>Keys are compared and stored, never shown. The key of a key is the key. Accepted collisions:
 * «آن» and «ان», «جزء» and «جز», «علی» and «على», names that differ only in vowel signs, spaces or
 * punctuation («۱۱ ۲» and «۱ ۱۲», {@code 1.5} and {@code 15}). Not brought together: different
 * seats of one hamza («هیئت» and «هیأت»), synonyms, abbreviations.
 */
public final class MatchKey {

  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private MatchKey() {}

  /**
   * The key of a name; empty if no letter and no digit is in it, and then the name is none.
   *
   * @param name any spelling of the name
   */
  public static String of(String name) {
    StringBuilder key = new StringBuilder(name.length());
    boolean afterLetter = false;
    for (int codePoint : NFKD.normalize(name).codePoints().toArray()) {
      int folded = folded(codePoint);
      if (folded == CodePoints.NONE) {
        continue;
      }
      if (UCharacter.isLetter(folded)) {
        key.appendCodePoint(folded);
        afterLetter = true;
      } else if (CodePoints.isNumber(folded)) {
        key.appendCodePoint(folded);
        afterLetter = false;
      } else if (CodePoints.isCombiningMark(folded)) {
        key.appendCodePoint(folded);
      } else if (afterLetter && (folded == '+' || folded == '#')) {
        key.appendCodePoint(folded);
      } else {
        afterLetter = false;
      }
    }
    return NFC.normalize(key);
  }

  /**
   * One letter for those that are one to a reader; {@link CodePoints#NONE} for what is not read.
   */
  public static int folded(int codePoint) {
    if (CodePoints.isHaraka(codePoint) || CodePoints.isIgnorable(codePoint)) {
      return CodePoints.NONE;
    }
    return switch (codePoint) {
      case CodePoints.TATWEEL -> CodePoints.NONE;
      // Hamza alone and the high hamza; hamza and madda on a letter are marks after decomposition.
      case 0x0621, 0x0674 -> CodePoints.NONE;
      // Alef wasla.
      case 0x0671 -> 0x0627;
      // Teh marbuta, ae, heh goal, teh marbuta goal and heh doachashmee, as heh.
      case 0x0629, 0x06D5, 0x06C1, 0x06C3, 0x06BE -> 0x0647;
      // Yeh barree.
      case 0x06D2 -> 0x06CC;
      // Swash kaf.
      case 0x06AA -> 0x06A9;
      // The sigma at the end of a word, which lower-casing a capital sigma does not give.
      case 0x03C2 -> 0x03C3;
      default -> foldedByRule(codePoint);
    };
  }

  private static int foldedByRule(int codePoint) {
    int digit = UCharacter.isDigit(codePoint) ? UCharacter.digit(codePoint, 10) : -1;
    return digit >= 0 ? '0' + digit : UCharacter.toLowerCase(PersianLetters.persian(codePoint));
  }
}
