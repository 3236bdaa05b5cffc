package dev.sarkhat.spelling;

import dev.sarkhat.text.spelling.SpellingProposal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal over HTTP.
 *
 * @param pointer the field of an article's content; null for a text that was sent
 * @param start where the original begins, in UTF-16 code units, as in JavaScript and Java
 * @param safe whether it may be accepted unseen
 */
@Schema(
    name = "SpellingProposal",
    description =
        "A repair to be accepted or not. `start` and `end` count UTF-16 code units, as JavaScript and"
            + " Java do; in the body of an article they are places in its HTML, and no markup is"
            + " between them. Proposals never overlap.")
record ProposalView(
    @Schema(
            examples = "/lead",
            description = "The field of the article's `content` (RFC 6901); absent for sent text.")
        @Nullable String pointer,
    @Schema(required = true, examples = "17") int start,
    @Schema(required = true, examples = "24", description = "Exclusive.") int end,
    @Schema(required = true, examples = "می روند") String original,
    @Schema(required = true, examples = "می\u200Cروند") String replacement,
    @Schema(
            required = true,
            enumeration = {
              "halfSpace",
              "letter",
              "digit",
              "markSpace",
              "doubledMark",
              "doubledSpace"
            },
            description = "What is repaired.")
        String rule,
    @Schema(
            required = true,
            minimum = "0",
            maximum = "1",
            examples = "0.98",
            description = "How likely an editor of this newsroom agrees.")
        double confidence,
    @Schema(required = true, description = "Whether it may be accepted unseen: confidence .95 up.")
        boolean safe) {

  /** In each answer at most; who has accepted these is told more. */
  static final int MOST = 5_000;

  static ProposalView of(@Nullable String pointer, SpellingProposal proposal) {
    return new ProposalView(
        pointer,
        proposal.start(),
        proposal.end(),
        proposal.original(),
        proposal.replacement(),
        proposal.rule().code(),
        Proofread.told(proposal),
        Proofread.isSafe(proposal));
  }
}
