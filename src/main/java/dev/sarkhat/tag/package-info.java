/**
 * Tags: what articles are about.
 *
 * <p>The decision embodied here: a tag is known by its match key, so that the ragged spellings in
 * which portals write one name, with a lost space or another alphabet's letters, are one tag.
 */
@NullMarked
package dev.sarkhat.tag;

import org.jspecify.annotations.NullMarked;
