/**
 * Proposals to repair the spelling of Persian text: half-spaces, letters, digits, and the spaces
 * and doubling of marks.
 *
 * <p>Two decisions are embodied here. Nothing is repaired silently: there are proposals, each with
 * its place, rule and confidence, and whoever asked accepts or drops them. And no dictionary ships:
 * tables of affixes and of verb stems say what may be one word, and how the newsroom's own articles
 * write it ({@link dev.sarkhat.text.spelling.Attested}) says what is.
 *
 * <p>Everything is a pure function of the text and of one batch of counts, answers for every string
 * without an exception, and takes time in proportion to the text.
 */
@NullMarked
package dev.sarkhat.text.spelling;

import org.jspecify.annotations.NullMarked;
