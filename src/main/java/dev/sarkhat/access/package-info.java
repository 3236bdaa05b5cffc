/**
 * Who may do what in the newsroom: keys, people, roles, grants, and the record of what was done.
 *
 * <p>The decisions embodied here: nobody is known but by a credential of their own; whatever is
 * under {@code /v1/admin} is refused before its body is read unless the caller is known; one policy
 * decides over single things and over lists alike; what may not be seen answers as what is not
 * there; and a grant or key that is taken back is gone with the answer that says so, for it is a
 * change like every other.
 */
@NullMarked
package dev.sarkhat.access;

import org.jspecify.annotations.NullMarked;
