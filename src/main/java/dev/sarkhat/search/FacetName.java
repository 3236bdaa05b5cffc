package dev.sarkhat.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sarkhat.search.index.SearchFacet;

/** What can be counted by, as the API calls it. */
enum FacetName {
  @JsonProperty("section")
  SECTION("section", SearchFacet.SECTION),
  @JsonProperty("tag")
  TAG("tag", SearchFacet.TAG),
  @JsonProperty("source")
  SOURCE("source", SearchFacet.SOURCE),
  @JsonProperty("type")
  TYPE("type", SearchFacet.TYPE),
  /** Months of the Gregorian calendar, in UTC. */
  @JsonProperty("month")
  MONTH("month", SearchFacet.MONTH),
  /** Months of the Jalali calendar, in Tehran's time. */
  @JsonProperty("jalaliMonth")
  JALALI_MONTH("jalaliMonth", SearchFacet.JALALI_MONTH);

  private final String value;
  private final SearchFacet facet;

  FacetName(String value, SearchFacet facet) {
    this.value = value;
    this.facet = facet;
  }

  /** The name in the API. */
  String value() {
    return value;
  }

  SearchFacet facet() {
    return facet;
  }
}
