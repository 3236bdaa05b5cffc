/**
 * Spelling proposals: of a text that is sent, and of the articles that are there.
 *
 * <p>The decisions embodied here: nothing is repaired that nobody accepted; the newsroom's own
 * articles are the witness, and where they cannot be asked, the answer says so; and a proposal
 * names the place in the field as it is stored, so that it is accepted exactly or not at all, and
 * never touches markup. What the rules are is in {@link dev.sarkhat.text.spelling}.
 */
@NullMarked
package dev.sarkhat.spelling;

import org.jspecify.annotations.NullMarked;
