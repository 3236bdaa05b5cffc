/**
 * The change log: every committed change of an entity, numbered in the order of commits.
 *
 * <p>The decision embodied here: the database itself writes the log, by triggers and in the
 * transaction of the write, so no write path can forget to; a number is taken at the very end of
 * its transaction under a lock, so whoever sees a number sees all that came before it. Everything
 * that must follow a write reads this log: the response cache on every node, purges of a content
 * delivery network, the search index, synchronisation. A notification only wakes; the log is the
 * truth.
 */
@NullMarked
package dev.sarkhat.change;

import org.jspecify.annotations.NullMarked;
