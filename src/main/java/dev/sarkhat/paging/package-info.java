/**
 * Pages and the cursors between them.
 *
 * <p>The decision embodied here: lists are walked by keyset, never by offset, so a page costs the
 * same at any depth and concurrent publishing neither skips nor repeats an item. A cursor is signed
 * and carries a digest of the list it was made for; with another list, or altered, it is refused.
 */
@NullMarked
package dev.sarkhat.paging;

import org.jspecify.annotations.NullMarked;
