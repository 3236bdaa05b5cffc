package dev.sarkhat.text.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes repairs of the spelling of a Persian text; lines in another language, addresses and code
 * are left alone.
 */
public final class SpellingCheck {

  /** Less sure than this, nothing is proposed. */
  public static final double LEAST_CONFIDENCE = 0.81;

  /** From this on, a proposal may be accepted without being looked at. */
  public static final double SAFE_CONFIDENCE = 0.95;

  private SpellingCheck() {}

  /**
   * The repairs of a text, in the order of their places and never overlapping.
   *
   * @param text as it is shown; normalising it first spares trivial proposals
   * @param attested the newsroom's archive, asked once, with a batch of some spellings a word; not
   *     at all if there is no Persian word
   */
  public static List<SpellingProposal> check(String text, Attested attested) {
    Prose prose = new Prose(text);
    if (prose.words.isEmpty()) {
      return List.of();
    }
    List<SpellingProposal> proposals = new ArrayList<>(ofWords(prose, attested));
    List<SpellingProposal> ofMarks = Marks.proposals(prose);
    proposals.addAll(outside(proposals, ofMarks));
    proposals.addAll(Digits.proposals(prose));
    proposals.sort(Comparator.comparingInt(SpellingProposal::start));
    return List.copyOf(proposals);
  }

  /**
   * The text with these proposals accepted.
   *
   * @param proposals some of those made for this text, in their order
   * @throws IllegalArgumentException if one does not fit the text or the one before it
   */
  public static String apply(String text, List<SpellingProposal> proposals) {
    StringBuilder result = new StringBuilder(text.length());
    int copied = 0;
    for (SpellingProposal proposal : proposals) {
      boolean fits =
          proposal.start() >= copied
              && proposal.end() >= proposal.start()
              && proposal.end() <= text.length()
              && text.startsWith(proposal.original(), proposal.start())
              && proposal.original().length() == proposal.end() - proposal.start();
      if (!fits) {
        throw new IllegalArgumentException("A proposal for another text, or out of order");
      }
      result.append(text, copied, proposal.start()).append(proposal.replacement());
      copied = proposal.end();
    }
    return result.append(text, copied, text.length()).toString();
  }

  /**
   * The spellings that an article attests, for an archive to count: see {@link AttestedSpellings}.
   */
  public static Set<String> attestedSpellings(String text) {
    return AttestedSpellings.of(new Prose(text));
  }

  private static List<SpellingProposal> ofWords(Prose prose, Attested attested) {
    HalfSpaces halfSpaces = new HalfSpaces(prose);
    Set<String> questions = halfSpaces.questions();
    Evidence evidence =
        new Evidence(
            questions.isEmpty() ? Map.of() : attested.articlesWith(questions),
            halfSpaces.areWritten());
    List<SpellingProposal> proposals = new ArrayList<>();
    int first = 0;
    while (first < prose.words.size()) {
      List<Edit> edits = new ArrayList<>(ofWord(prose, first, halfSpaces, evidence));
      int last = first;
      for (Optional<Edit> bond = halfSpaces.afterWord(last, evidence);
          bond.isPresent();
          bond = halfSpaces.afterWord(last, evidence)) {
        last++;
        edits.add(bond.get());
        edits.addAll(ofWord(prose, last, halfSpaces, evidence));
      }
      if (!edits.isEmpty()) {
        int start = prose.words.get(first).start();
        proposals.add(Edit.proposal(prose.text, start, prose.words.get(last).end(), edits));
      }
      first = last + 1;
    }
    return proposals;
  }

  /** The edits of one word in their order; where two meet, that of the archive stays. */
  private static List<Edit> ofWord(
      Prose prose, int index, HalfSpaces halfSpaces, Evidence evidence) {
    Word word = prose.words.get(index);
    List<Edit> parting = halfSpaces.inside(word, evidence);
    List<Edit> edits = new ArrayList<>(parting);
    for (Edit letter : Letters.edits(prose.text, word)) {
      boolean free =
          parting.stream()
              .noneMatch(edit -> edit.start() < letter.end() && letter.start() < edit.end());
      if (free) {
        edits.add(letter);
      }
    }
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    return edits;
  }

  /** Of the second those that overlap none of the first; both in the order of their places. */
  private static List<SpellingProposal> outside(
      List<SpellingProposal> first, List<SpellingProposal> second) {
    List<SpellingProposal> outside = new ArrayList<>();
    int at = 0;
    for (SpellingProposal proposal : second) {
      while (at < first.size() && first.get(at).end() <= proposal.start()) {
        at++;
      }
      if (at == first.size() || first.get(at).start() >= proposal.end()) {
        outside.add(proposal);
      }
    }
    return outside;
  }
}
