/**
 * What a search index is asked and told, whichever engine keeps it.
 *
 * <p>The decision embodied here: text is analysed once, in Java, before it reaches an engine. An
 * engine holds the lexemes as they are and compares them as they are, so that every engine answers
 * alike. It answers with numbers; what readers see is read from the database, which has the last
 * word on what is public.
 */
@NullMarked
package dev.sarkhat.search.index;

import org.jspecify.annotations.NullMarked;
