package dev.sarkhat.article.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the slugs of a revision's content meant when it was saved, by numbers, which never change.
 */
record NamedThings(
    @Nullable Long section,
    @Nullable Long source,
    @Nullable Long originalSource,
    List<@Nullable Long> tags,
    List<@Nullable Long> contributors) {}
