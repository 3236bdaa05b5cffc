package dev.sarkhat.tag;

import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.NameFields;
import dev.sarkhat.text.MatchKey;
import dev.sarkhat.text.TextNormalizer;
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
public record TagAlias(
    String slug, @Nullable String title, @Column(name = "match_key") @Nullable String matchKey) {

  /**
   * How many a tag may be sent with, by whatever way. So many, for a tag that others were merged
   * into has all their names, and what is read of it can be sent.
   */
  public static final int MOST = 10_000;

  static TagAlias of(String slug, @Nullable String title) {
    return new TagAlias(slug, title, title == null ? null : MatchKey.of(title));
  }

  /**
   * Reads another name: a slug, a title, or both. What is wrong with it is refused there.
   *
   * @param lang the language of the tag, as a BCP 47 tag
   */
  public static TagAlias read(JsonFields fields, String lang) {
    String title = fields.visible("title", NameFields.NAME);
    String normal = title == null ? null : TextNormalizer.line(title, lang);
    if (normal != null && MatchKey.of(normal).isEmpty()) {
      fields.refuse("title", "has neither a letter nor a digit");
    }
    return of(NameFields.slug(fields, normal == null ? "" : normal), normal);
  }
}
