package dev.sarkhat.spelling;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proposals that are accepted, as it is documented; they are read field by field. */
@Schema(
    name = "AcceptedProposals",
    description =
        "Proposals for an article, as they were told; another `replacement` may stand in them.")
record AcceptedProposals(
    @Schema(required = true, minItems = 1, maxItems = ProposalView.MOST)
        List<AcceptedProposals.Item> accept) {

  /** A proposal; what else it was told with may stay in it. */
  @Schema(
      name = "AcceptedProposal",
      description = "A proposal that is accepted. `rule`, `confidence` and `safe` may stay in it.")
  record Item(
      @Schema(required = true, examples = "/lead") String pointer,
      @Schema(required = true, minimum = "0", examples = "17") int start,
      @Schema(required = true, examples = "24") int end,
      @Schema(
              required = true,
              maxLength = Acceptance.LONGEST,
              examples = "می روند",
              description = "What stands there now.")
          String original,
      @Schema(
              required = true,
              maxLength = Acceptance.LONGEST,
              examples = "می\u200Cروند",
              description = "What is to stand there: text, without markup.")
          String replacement) {}
}
