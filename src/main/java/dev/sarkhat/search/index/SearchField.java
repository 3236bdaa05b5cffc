package dev.sarkhat.search.index;

/** Where words are looked for. */
public enum SearchField {
  /** Everywhere: titles, leads, bodies and names. */
  ALL,
  /** In kicker, title and subtitle. */
  TITLE,
  /** In the names of tags and in their aliases. */
  TAG,
  /** In the names of the source and of the source's source. */
  SOURCE
}
