/**
 * JSON that comes in, read field by field.
 *
 * <p>The decision embodied here: what was sent is read as a tree and every field is asked for by
 * name. So all that is wrong is told at once, each culprit by its JSON Pointer (RFC 6901), and a
 * field that nobody asks for is unknown and refused: nothing is bound to an object by its name, and
 * nothing is silently ignored.
 */
@NullMarked
package dev.sarkhat.json;

import org.jspecify.annotations.NullMarked;
