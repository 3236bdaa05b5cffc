package dev.sarkhat.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A source, with what an article cannot say of it.
 *
 * @param listed whether readers find it although no public article is from it
 */
record SourceLine(
    String title,
    @Nullable String slug,
    @Nullable String url,
    @Nullable String description,
    String lang,
    boolean listed)
    implements ImportLine {}
