package dev.sarkhat.ingest;

import org.jspecify.annotations.Nullable;

/** A source, with what an article cannot say of it. */
record SourceLine(
    String title,
    @Nullable String slug,
    @Nullable String url,
    @Nullable String description,
    String lang,
    boolean listed)
    implements ImportLine {}
