/**
 * Tags: what articles are about.
 *
 * <p>The decision embodied here: a tag is known by its match key, so that the ragged spellings in
 * which portals write one name, with a lost space or another alphabet's letters, are one tag. What
 * it was once called leads to it still: a slug or a match key is of one tag, be it the tag's own or
 * an alias's. And readers find what an editor lists or a public article is about, so that no word
 * of a draft shows in a list of tags.
 */
@NullMarked
package dev.sarkhat.tag;

import org.jspecify.annotations.NullMarked;
