package dev.sarkhat.access;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has somewhere.
 *
 * @param sectionId the section, with its subtree; null for everywhere
 */
record Grant(Role role, @Nullable Long sectionId) {}
