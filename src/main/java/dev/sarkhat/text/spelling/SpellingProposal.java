package dev.sarkhat.text.spelling;

/**
 * One repair that a reader of the text may accept.
 *
 * <p>A proposal for words shows them whole, and does everything that they need: one that joins two
 * words also brings their letters in order, and then bears the rule {@link Rule#HALF_SPACE}.
 *
 * @param start where the original begins, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param original what stands there; never empty
 * @param replacement what should stand there; never the same
 * @param rule what is repaired
 * @param confidence how likely an editor of this newsroom agrees, from 0 to 1: for half-spaces the
 *     estimated share of such places where its careful articles write the replacement, for other
 *     rules a fixed figure each. At {@link SpellingCheck#SAFE_CONFIDENCE} and above, a proposal may
 *     be accepted unseen
 */
public record SpellingProposal(
    int start, int end, String original, String replacement, Rule rule, double confidence) {}
