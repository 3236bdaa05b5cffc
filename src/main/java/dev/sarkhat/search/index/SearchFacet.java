package dev.sarkhat.search.index;

/** What articles can be counted by. */
public enum SearchFacet {
  /** By section, each with its subtree. */
  SECTION,
  /** By tag. */
  TAG,
  /** By source; an article counts for its source and for the source's source. */
  SOURCE,
  /** By type. */
  TYPE,
  /** By the month of publishing, of the Gregorian calendar in UTC: {@code 2015-11}. */
  MONTH,
  /** By the month of publishing, of the Jalali calendar in Tehran's time: {@code 1394-09}. */
  JALALI_MONTH
}
