package dev.sarkhat.ingest;

import dev.sarkhat.tag.TagType;
import org.jspecify.annotations.Nullable;

/** A tag, with what an article cannot say of it. */
record TagLine(
    String title, @Nullable String slug, TagType type, @Nullable String description, String lang)
    implements ImportLine {}
