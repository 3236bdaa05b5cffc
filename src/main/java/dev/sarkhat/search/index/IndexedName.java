package dev.sarkhat.search.index;

import java.util.List;

/**
 * A section, tag, source or contributor as an index of suggestions holds it.
 *
 * @param key what it is
 * @param prefixes the terms by which it is found while it is typed
 * @param popularity the more articles, above all recent ones, the higher
 * @param digest tells apart what the name says, popularity aside
 */
public record IndexedName(NameKey key, List<String> prefixes, long popularity, long digest) {}
