/**
 * Sections: the tree that articles belong to.
 *
 * <p>The decision embodied here: a section knows its path, and the tree is small, so it is read
 * whole in one statement and put together in memory. A section that moves takes everything along in
 * one transaction: the paths below it, redirects from the old ones, and its articles' places in the
 * lists of the sections above.
 */
@NullMarked
package dev.sarkhat.section;

import org.jspecify.annotations.NullMarked;
