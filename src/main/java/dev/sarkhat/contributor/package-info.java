/**
 * Contributors: the people whose work an article is.
 *
 * <p>The decision embodied here: the role is told twice, as what somebody is and as what somebody
 * did for one article, because the editor of one piece is the translator of another.
 */
@NullMarked
package dev.sarkhat.contributor;

import org.jspecify.annotations.NullMarked;
