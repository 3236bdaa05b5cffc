/**
 * The search index inside the application, kept by Apache Lucene: every process has its own, whole,
 * and follows the change log by itself, so that nothing has to be coordinated.
 *
 * <p>The decision embodied here: the position in the change log is committed together with the
 * documents, so that a crash only repeats some changes; what cannot be opened is removed and built
 * anew from the database, which has everything that is here.
 */
@NullMarked
package dev.sarkhat.search.lucene;

import org.jspecify.annotations.NullMarked;
