/**
 * Sections: the tree that articles belong to.
 *
 * <p>The decision embodied here: a section knows its path, and the tree is small, so it is read
 * whole in one statement and put together in memory.
 */
@NullMarked
package dev.sarkhat.section;

import org.jspecify.annotations.NullMarked;
