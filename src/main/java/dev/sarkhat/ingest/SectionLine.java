package dev.sarkhat.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section, with its place in the tree.
 *
 * @param parent the slug of the section above it, or null for one at the root
 * @param paths where it stood before, decoded
 * @param listed whether readers find it although no public article belongs to it
 * @param position its place among its siblings, or null to stand last
 */
record SectionLine(
    String slug,
    String title,
    @Nullable String parent,
    @Nullable Integer position,
    @Nullable String description,
    String lang,
    boolean listed,
    List<String> paths)
    implements ImportLine {}
