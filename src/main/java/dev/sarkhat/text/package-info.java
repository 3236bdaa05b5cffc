/**
 * Persian text: what enters is checked and normalised, its language and direction are told; what is
 * shown is cut, dated, slugged, ordered and set apart.
 *
 * <p>Everything here is a pure function of its input, without Quarkus and without any other package
 * of the project, so that import, editing and search treat a word alike. Character data comes from
 * ICU and not from the JDK: a slug or a key that is stored today must come out the same after the
 * runtime is upgraded.
 *
 * <p>Two decisions are embodied here. Text is normalised only as far as no reader can see the
 * difference; a repair of spelling is never silent and is no part of this package's normalisation
 * ({@link dev.sarkhat.text.spelling} proposes it). And names are told apart by one key ({@link
 * dev.sarkhat.text.MatchKey}), so that no two features disagree on what is the same tag.
 */
@NullMarked
package dev.sarkhat.text;

import org.jspecify.annotations.NullMarked;
