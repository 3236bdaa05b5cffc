package dev.sarkhat.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many of the articles found have which value, for each facet that was asked for. */
@Schema(
    name = "SearchFacets",
    description =
        "How many of the articles found have which value, those with the most articles first; only "
            + "what `facets` asked for.")
record SearchFacets(
    @Nullable List<FacetValue> section,
    @Nullable List<FacetValue> tag,
    @Nullable List<FacetValue> source,
    @Nullable List<FacetValue> type,
    @Nullable List<FacetValue> month,
    @Nullable List<FacetValue> jalaliMonth) {}
