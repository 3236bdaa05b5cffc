package dev.sarkhat.spelling;

import dev.sarkhat.text.spelling.SpellingCheck;
import dev.sarkhat.text.spelling.SpellingProposal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found in a text that was sent.
 *
 * @param corrected the text with all these proposals accepted
 * @param complete whether these are all
 * @param archive whether the newsroom's articles were asked
 */
@Schema(name = "TextCheck", description = "What was found in a text.")
record TextCheck(
    @Schema(
            required = true,
            maxItems = ProposalView.MOST,
            description = "In the order of their places.")
        List<ProposalView> proposals,
    @Schema(
            required = true,
            examples = "آنها به خانه می\u200Cروند.",
            description = "The text with all of these accepted.")
        String corrected,
    @Schema(
            required = true,
            description = "Whether these are all: accept them, and send the text again for more.")
        boolean complete,
    @Schema(
            required = true,
            description =
                "Whether the newsroom's articles were asked how they spell. `false` while the search"
                    + " index is not there: fewer proposals, and less sure ones.")
        boolean archive) {

  static TextCheck of(String text, Proofread found) {
    List<SpellingProposal> told = found.proposals().stream().limit(ProposalView.MOST).toList();
    return new TextCheck(
        told.stream().map(each -> ProposalView.of(null, each)).toList(),
        SpellingCheck.apply(text, told),
        told.size() == found.proposals().size(),
        found.archive());
  }
}
