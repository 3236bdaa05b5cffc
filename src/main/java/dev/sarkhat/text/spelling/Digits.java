package dev.sarkhat.text.spelling;

import com.ibm.icu.lang.UCharacter;
import dev.sarkhat.text.spelling.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits of another set than the text's: Arabic ones in any Persian text, and European ones where
 * most numbers are Persian. A text with European digits throughout is left as it is.
 */
final class Digits {

  private static final double ARABIC_CONFIDENCE = 0.97;

  private Digits() {}

  static List<SpellingProposal> proposals(Prose prose) {
    List<Integer> numbers = new ArrayList<>();
    int persian = 0;
    int european = 0;
    for (int token = 0; token < prose.tokens.size(); token++) {
      if (prose.kind(token) == Kind.NUMBER && prose.isPersian(token) && !isForeign(prose, token)) {
        numbers.add(token);
        persian += isOf(prose, token, '۰') ? 1 : 0;
        european += isOf(prose, token, '0') ? 1 : 0;
      }
    }
    double share = persian == 0 ? 0 : (double) persian / (persian + european);
    List<SpellingProposal> proposals = new ArrayList<>();
    for (int token : numbers) {
      Token number = prose.tokens.get(token);
      boolean wrong = !isOf(prose, token, '۰') && !isOf(prose, token, '0');
      double confidence = wrong ? ARABIC_CONFIDENCE : share;
      if (!isOf(prose, token, '۰') && confidence > 0.5) {
        String original = prose.text.substring(number.start(), number.end());
        proposals.add(
            new SpellingProposal(
                number.start(),
                number.end(),
                original,
                persian(original),
                Rule.DIGIT,
                Math.min(confidence, ARABIC_CONFIDENCE)));
      }
    }
    return proposals;
  }

  private static boolean isOf(Prose prose, int token, char zero) {
    Token number = prose.tokens.get(token);
    return prose
        .text
        .substring(number.start(), number.end())
        .chars()
        .allMatch(digit -> digit >= zero && digit <= zero + 9);
  }

  /** Whether the number belongs to Latin letters: «F16», «iPhone 12», «4.7 GB», «COVID-19». */
  private static boolean isForeign(Prose prose, int token) {
    return isForeign(prose, token, -1) || isForeign(prose, token, 1);
  }

  private static boolean isForeign(Prose prose, int token, int step) {
    int at = token + step;
    // Over the other numbers of a decimal, a date or a version, and one space; not over a comma.
    for (int passed = 0; passed < 8; passed++) {
      Kind kind = prose.kind(at);
      if (kind == Kind.FOREIGN || kind == Kind.PROTECTED) {
        return true;
      }
      boolean within =
          kind == Kind.NUMBER
              || kind == Kind.SPACE
              || (kind == Kind.MARK && "./-:+%".indexOf(prose.mark(at)) >= 0);
      if (!within) {
        return false;
      }
      at += step;
    }
    return false;
  }

  private static String persian(String number) {
    StringBuilder digits = new StringBuilder(number.length());
    number
        .chars()
        .forEach(digit -> digits.append((char) ('۰' + Math.max(0, UCharacter.digit(digit, 10)))));
    return digits.toString();
  }
}
