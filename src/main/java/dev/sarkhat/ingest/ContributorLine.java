package dev.sarkhat.ingest;

import dev.sarkhat.contributor.ContributorRole;
import org.jspecify.annotations.Nullable;

/**
 * A contributor, with what an article cannot say of them.
 *
 * @param role what they usually do
 */
record ContributorLine(
    String name,
    @Nullable String slug,
    ContributorRole role,
    @Nullable String description,
    @Nullable String url,
    String lang,
    boolean listed)
    implements ImportLine {}
