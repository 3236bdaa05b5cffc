package dev.sarkhat.tag;

import dev.sarkhat.text.MatchKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Another name of a tag.
 *
 * @param slug a slug that leads to it, too
 * @param title what some call it, or null for a slug that it once had
 * @param matchKey the title's match key
 */
@Embeddable
record TagAlias(
    String slug, @Nullable String title, @Column(name = "match_key") @Nullable String matchKey) {

  static TagAlias of(String slug, @Nullable String title) {
    return new TagAlias(slug, title, title == null ? null : MatchKey.of(title));
  }
}
