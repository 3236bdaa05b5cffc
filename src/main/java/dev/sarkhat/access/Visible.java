package dev.sarkhat.access;

import java.util.Set;

/**
 * What a caller may see, for the condition of a query: everything, or what stands in some sections,
 * or what the caller has made.
 *
 * @param everything whether nothing is hidden
 * @param sectionIds the sections, those below them included
 * @param creatorId the caller
 */
public record Visible(boolean everything, Set<Long> sectionIds, long creatorId) {

  /** Copies the set. */
  public Visible {
    sectionIds = Set.copyOf(sectionIds);
  }
}
