package dev.sarkhat.search.index;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One search.
 *
 * @param expression what is looked for
 * @param filter what it is limited to
 * @param order the order
 * @param asOf the reader's instant: what is public then
 * @param rankedAt the instant from which articles are recent
 * @param limit how many are wanted, from 1
 * @param after where to go on
 * @param countUpTo where counting may stop: 0 not to count
 * @param facets what to count by
 * @param facetLimit how many values of each facet are wanted, those with the most articles
 */
public record SearchRequest(
    SearchExpression expression,
    SearchFilter filter,
    SearchOrder order,
    Instant asOf,
    Instant rankedAt,
    int limit,
    @Nullable SearchPlace after,
    int countUpTo,
    Set<SearchFacet> facets,
    int facetLimit) {}
