package dev.sarkhat.search.index;

import dev.sarkhat.change.EntityKind;

/**
 * A section, tag, source or contributor.
 *
 * @param kind which of them
 * @param id its number
 */
public record NameKey(EntityKind kind, long id) {}
