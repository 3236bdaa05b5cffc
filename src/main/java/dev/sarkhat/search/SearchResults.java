package dev.sarkhat.search;

import dev.sarkhat.paging.PageInfo;
import dev.sarkhat.paging.Paged;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param data the articles
 * @param page the page's size, the way on, and the total
 * @param facets what was counted
 * @param didYouMean another spelling of what was looked for, where nothing was found
 * @param incomplete whether the time did not suffice to look at everything
 */
@Schema(name = "SearchResults", description = "One page of what was found.")
record SearchResults(
    @Schema(required = true) List<SearchResult> data,
    @Schema(required = true) PageInfo page,
    @Nullable SearchFacets facets,
    @Schema(
            examples = "اولاند سوریه",
            description = "Another spelling of what was looked for, where nothing was found.")
        @Nullable String didYouMean,
    @Schema(description = "`true` where the time did not suffice to look at everything.")
        @Nullable Boolean incomplete)
    implements Paged {

  @Override
  public SearchResults linked(UnaryOperator<String> link) {
    return new SearchResults(data, page.linked(link), facets, didYouMean, incomplete);
  }
}
