package dev.sarkhat.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the search index of the process that answers stands.
 *
 * @param engine what keeps it
 * @param state what it does
 * @param number the last change that searches know of; absent if nothing can be searched that fits
 * @param head the last change that there is
 * @param articlesBuilt how many articles the index has that is being built
 * @param trouble what keeps it from following
 */
@Schema(
    name = "SearchIndexState",
    description = "How the search index of the process that answers stands.")
record IndexStateView(
    @Schema(required = true, examples = "lucene") String engine,
    @Schema(required = true) State state,
    @Schema(description = "The last change that searches know of.") @Nullable Long number,
    @Schema(required = true, description = "The last change that there is.") long head,
    @Schema(description = "How many articles the index has that is being built.")
        @Nullable Long articlesBuilt,
    @Schema(description = "What keeps it from following.") @Nullable String trouble) {

  /** What the index does. */
  enum State {
    /** It takes over each change. */
    @JsonProperty("following")
    FOLLOWING,
    /** It is being built anew; the one before answers, if it fits. */
    @JsonProperty("building")
    BUILDING,
    /** It cannot follow just now. */
    @JsonProperty("behind")
    BEHIND
  }
}
