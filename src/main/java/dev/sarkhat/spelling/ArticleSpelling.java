package dev.sarkhat.spelling;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found in an article.
 *
 * @param complete whether these are all
 * @param archive whether the newsroom's articles were asked
 */
@Schema(name = "ArticleSpelling", description = "What was found in an article.")
record ArticleSpelling(
    @Schema(required = true, examples = "1023") long id,
    @Schema(required = true, examples = "3", description = "The revision that was read.")
        int revision,
    @Schema(
            required = true,
            maxItems = ProposalView.MOST,
            description = "Field by field, in the order of their places.")
        List<ProposalView> proposals,
    @Schema(
            required = true,
            description = "Whether these are all: accept some, and ask again for more.")
        boolean complete,
    @Schema(
            required = true,
            description =
                "Whether the newsroom's articles were asked how they spell. `false` while the search"
                    + " index is not there: fewer proposals, and less sure ones.")
        boolean archive) {}
