package dev.sarkhat.article;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of articles is limited to, by the numbers of the things that its parameters name. In
 * each list of sets every set must be met, and a set is met by any of its members.
 *
 * @param from the earliest publishing instant
 * @param to the first publishing instant that is too late
 */
record ArticleFilter(
    List<Set<Long>> sections,
    List<Set<Long>> tags,
    List<Set<Long>> sources,
    List<Set<Long>> contributors,
    Set<ArticleType> types,
    Set<String> langs,
    Set<Long> ids,
    Set<Long> excludedSections,
    Set<Long> excludedTags,
    @Nullable Instant from,
    @Nullable Instant to) {}
