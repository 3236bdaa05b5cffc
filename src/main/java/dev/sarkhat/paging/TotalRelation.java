package dev.sarkhat.paging;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a total relates to the true number of items. */
public enum TotalRelation {
  /** The total is the number. */
  @JsonProperty("exact")
  EXACT,
  /** Counting stopped at a bound: there are that many or more. */
  @JsonProperty("atLeast")
  AT_LEAST
}
