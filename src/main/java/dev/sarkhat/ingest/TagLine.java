package dev.sarkhat.ingest;

import dev.sarkhat.tag.TagType;
import dev.sarkhat.text.MatchKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag, with what an article cannot say of it.
 *
 * @param aliases its other names
 * @param listed whether readers find it although no public article is about it
 */
record TagLine(
    String title,
    @Nullable String slug,
    TagType type,
    @Nullable String description,
    String lang,
    List<Alias> aliases,
    boolean listed)
    implements ImportLine {

  /** Another name of it; the title is null for a slug that it once had. */
  record Alias(String slug, @Nullable String title) {

    /** What other spellings of the title are matched with. */
    @Nullable String matchKey() {
      return title == null ? null : MatchKey.of(title);
    }
  }
}
