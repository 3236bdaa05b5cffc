package dev.sarkhat.search.index;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param places the articles, in order
 * @param total how many there are, as far as they were counted
 * @param totalIsExact whether they were counted to the end
 * @param facets what they were counted by, the values with the most articles first
 * @param complete whether the time sufficed; if not, what was found until then
 */
public record SearchHits(
    List<SearchPlace> places,
    long total,
    boolean totalIsExact,
    Map<SearchFacet, List<FacetCount>> facets,
    boolean complete) {}
