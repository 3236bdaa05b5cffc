package dev.sarkhat.spelling;

import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import java.util.List;

/**
 * What was found in a text.
 *
 * @param proposals in the order of their places, never overlapping
 * @param archive whether the newsroom's articles were asked how they spell; without them there are
 *     fewer proposals, and less sure ones
 */
public record Proofread(List<SpellingProposal> proposals, boolean archive) {

  /** Copies the proposals. */
  public Proofread {
    proposals = List.copyOf(proposals);
  }

  /**
   * A proposal's confidence as it is told: cut, not rounded, so that none looks surer than it is.
   */
  public static double told(SpellingProposal proposal) {
    return Math.floor(proposal.confidence() * 1000) / 1000;
  }

  /** Whether a proposal may be accepted unseen. */
  public static boolean isSafe(SpellingProposal proposal) {
    return proposal.confidence() >= SpellingCheck.SAFE_CONFIDENCE;
  }
}
