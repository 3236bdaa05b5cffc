package dev.sarkhat.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the articles found are limited to. In each list of sets every set must be met, and a set is
 * met by any of its members.
 *
 * @param sections numbers of sections, each with its subtree
 * @param tags numbers of tags
 * @param sources numbers of sources
 * @param contributors numbers of contributors
 * @param types types; empty for all
 * @param langs languages; empty for all
 * @param ids numbers of articles; empty for all
 * @param excludedSections sections that are left out
 * @param excludedTags tags that are left out
 * @param from the earliest publishing instant
 * @param to the first that is too late
 */
public record SearchFilter(
    List<Set<Long>> sections,
    List<Set<Long>> tags,
    List<Set<Long>> sources,
    List<Set<Long>> contributors,
    Set<String> types,
    Set<String> langs,
    Set<Long> ids,
    Set<Long> excludedSections,
    Set<Long> excludedTags,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** No limit. */
  public static final SearchFilter NONE =
      new SearchFilter(
          List.of(), List.of(), List.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          Set.of(), null, null);
}
