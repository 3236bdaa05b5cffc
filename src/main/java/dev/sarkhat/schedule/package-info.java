/**
 * Work that is done at a time or in the background: on one node, and on another when that one dies.
 *
 * <p>The decision embodied here: db-scheduler, which keeps what is to be done in the database. So a
 * piece of work can be handed in by the transaction that makes it necessary, and is there if and
 * only if that was committed. Each feature makes its tasks itself, as beans of db-scheduler's type
 * {@code Task<Void>}.
 */
@NullMarked
package dev.sarkhat.schedule;

import org.jspecify.annotations.NullMarked;
