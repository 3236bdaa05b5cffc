package dev.sarkhat.access;

import org.jspecify.annotations.Nullable;

/**
 * Something that the caller was found to be allowed.
 *
 * @param action what they did
 * @param thing what they did it to, as it was then; null where that does not matter
 */
record Permission(Action action, @Nullable Placement thing) {}
