package dev.sarkhat.search.index;

/** The order of what is found. */
public enum SearchOrder {
  /** What fits best, recent articles a little before old ones. */
  RELEVANCE,
  /** The newest first. */
  NEWEST
}
