/**
 * What a path of the portal's site is.
 *
 * <p>The decision embodied here: a redirect points at an article or a section and not at another
 * path, so it always leads to today's address in one step.
 */
@NullMarked
package dev.sarkhat.resolve;

import org.jspecify.annotations.NullMarked;
