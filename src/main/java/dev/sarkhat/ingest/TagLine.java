package dev.sarkhat.ingest;

import dev.sarkhat.tag.TagAlias;
import dev.sarkhat.tag.TagType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag, with what an article cannot say of it.
 *
 * @param listed whether readers find it although no public article is about it
 * @param aliases its other names, each slug once; it keeps those that it has besides
 */
record TagLine(
    String title,
    @Nullable String slug,
    TagType type,
    @Nullable String description,
    String lang,
    boolean listed,
    List<TagAlias> aliases)
    implements ImportLine {}
