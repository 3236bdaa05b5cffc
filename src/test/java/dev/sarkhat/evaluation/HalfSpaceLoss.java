package dev.sarkhat.evaluation;

import dev.sarkhat.text.spelling.Rule;
import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import java.util.ArrayList;
import java.util.List;

/**
 * A text, the same text with its half-spaces lost, and how the proposals for the second bring back
 * the first.
 *
 * <p>Texts are compared by what stands between each two of their letters: nothing, a half-space or
 * a space. A half-space after a letter that does not join to the next is not seen and counts as
 * nothing («کار‌ها» is «کارها»).
 */
final class HalfSpaceLoss {

  /** How half-spaces get lost. */
  enum Form {
    /** «گزینه‌های» is «گزینههای»; after a letter that does not join, nothing is lost. */
    JOINED,
    /** «گزینه‌های» is «گزینه های», «کار‌ها» is «کار ها». */
    SPACED
  }

  private static final char ZWNJ = '\u200C';
  private static final String NOT_JOINING = "اآأإٱدذرزژوؤةۀءە";

  private final String damaged;
  private final List<SpellingProposal> proposals;
  private final Marks gold;
  private final Marks lost;

  HalfSpaceLoss(String original, String damaged, List<SpellingProposal> proposals) {
    this.damaged = damaged;
    this.proposals = proposals.stream().filter(each -> each.rule() == Rule.HALF_SPACE).toList();
    this.gold = Marks.of(original);
    this.lost = Marks.of(damaged);
  }

  static String damage(String text, Form form) {
    StringBuilder damaged = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character != ZWNJ) {
        damaged.append(character);
      } else if (form == Form.SPACED) {
        damaged.append(' ');
      }
    }
    return damaged.toString();
  }

  /** What stands before each letter: '-' for nothing, the half-space, or a space. */
  private record Marks(String letters, String before, List<Integer> at) {

    static Marks of(String text) {
      StringBuilder letters = new StringBuilder();
      StringBuilder before = new StringBuilder();
      List<Integer> at = new ArrayList<>(text.length() + 1);
      char pending = '-';
      for (int index = 0; index < text.length(); index++) {
        char character = text.charAt(index);
        at.add(letters.length());
        int type = Character.getType(character);
        if (character == ZWNJ) {
          boolean seen =
              !letters.isEmpty() && NOT_JOINING.indexOf(letters.charAt(letters.length() - 1)) < 0;
          pending = seen && pending == '-' ? ZWNJ : pending;
        } else if (Character.isWhitespace(character)) {
          pending = ' ';
        } else if (type != Character.FORMAT && type != Character.NON_SPACING_MARK) {
          letters.append(character);
          before.append(pending);
          pending = '-';
        }
      }
      at.add(letters.length());
      return new Marks(letters.toString(), before.toString(), at);
    }
  }

  /** How many half-spaces were lost. */
  int sites() {
    int sites = 0;
    for (int letter = 0; letter < gold.before().length(); letter++) {
      if (gold.before().charAt(letter) != lost.before().charAt(letter)) {
        sites++;
      }
    }
    return sites;
  }

  /** How many of them the proposals bring back. */
  int recovered() {
    String repaired = Marks.of(SpellingCheck.apply(damaged, proposals)).before();
    int recovered = 0;
    for (int letter = 0; letter < gold.before().length(); letter++) {
      char right = gold.before().charAt(letter);
      if (right != lost.before().charAt(letter) && right == repaired.charAt(letter)) {
        recovered++;
      }
    }
    return recovered;
  }

  int proposed() {
    return proposals.size();
  }

  /** The proposals that change a place to what the original does not have there. */
  List<SpellingProposal> wrong() {
    List<SpellingProposal> wrong = new ArrayList<>();
    for (SpellingProposal proposal : proposals) {
      int from = lost.at().get(proposal.start());
      String before = Marks.of(proposal.replacement()).before();
      for (int letter = 1; letter < before.length(); letter++) {
        char now = before.charAt(letter);
        if (now != lost.before().charAt(from + letter)
            && now != gold.before().charAt(from + letter)) {
          wrong.add(proposal);
          break;
        }
      }
    }
    return wrong;
  }

  /** How the original writes what a proposal is about. */
  String inOriginal(SpellingProposal proposal) {
    int from = lost.at().get(proposal.start());
    int length = Marks.of(proposal.replacement()).letters().length();
    StringBuilder text = new StringBuilder();
    for (int letter = from; letter < from + length; letter++) {
      char before = gold.before().charAt(letter);
      text.append(letter == from || before == '-' ? "" : before);
      text.append(gold.letters().charAt(letter));
    }
    return text.toString();
  }
}
