/**
 * Search: what readers look for, what they find, and the index that follows the change log.
 *
 * <p>The decisions embodied here: the index is a copy that may be thrown away at any time, so it is
 * fed by the change log alone and rebuilt from the database whenever it does not fit; it says which
 * articles fit, and the database says what is shown of them; and nothing that a reader types is an
 * error of syntax.
 */
@NullMarked
package dev.sarkhat.search;

import org.jspecify.annotations.NullMarked;
